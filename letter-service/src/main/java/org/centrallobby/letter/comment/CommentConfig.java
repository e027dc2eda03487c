package org.centrallobby.letter.comment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Supporters' comments. */
@ConfigMapping(prefix = "comments")
interface CommentConfig {
    /** So many complaints hide a comment until a person looks at it; once somebody has and shows it again it takes ten times as many. */
    @WithDefault("3")
    int reportsThatHide();
}
