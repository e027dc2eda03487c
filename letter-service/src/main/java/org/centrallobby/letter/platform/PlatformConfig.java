package org.centrallobby.letter.platform;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What this installation is and where the public finds it. (Not under "platform": Quarkus has properties of that name.) */
@ConfigMapping(prefix = "installation")
public interface PlatformConfig {
    /** The address that browsers know this service by, without a path; links in mails and snippets begin with it. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /**
     * A long random text from which the keys are derived that hash network addresses and sign challenges; the same on every
     * replica. Another one makes both unrecognisable: counts begin anew, challenges that are under way have to be solved again.
     */
    @WithDefault("${operator.key}")
    String secret();

    /** {@code test} for an installation whose mails reach no MP: it knows no live keys. A live one has test keys as well. */
    @WithDefault("live")
    Mode mode();

    /** What an installation is for; part of every key, so that a program cannot talk to the wrong one. */
    enum Mode {
        @JsonProperty("live")
        LIVE,
        /** Letters go to their own writers and never to a member. */
        @JsonProperty("test")
        TEST
    }
}
