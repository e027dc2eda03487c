package org.centrallobby.letter.campaign;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stands in where nothing counts letters. */
@DefaultBean
@ApplicationScoped
class NoProgress implements Progress {
    @Override
    public long confirmed(UUID campaign) {
        return 0;
    }
}
