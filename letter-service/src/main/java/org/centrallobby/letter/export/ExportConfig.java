package org.centrallobby.letter.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What exports may take of a process. Each that is under way has one of its worker threads, and a connection to the database now and then. */
@ConfigMapping(prefix = "export")
interface ExportConfig {
    /** How many a process runs at once. */
    @WithDefault("8")
    int atOnce();

    /** How many of these one organisation may have. */
    @WithDefault("2")
    int atOnceOfOne();
}
