package org.centrallobby.letter.organisation;

import io.smallrye.config.ConfigMapping;

/** The platform's operator. */
@ConfigMapping(prefix = "operator")
interface OperatorConfig {
    /** The operator's key, a long random text; whoever has it can create organisations. */
    String key();
}
