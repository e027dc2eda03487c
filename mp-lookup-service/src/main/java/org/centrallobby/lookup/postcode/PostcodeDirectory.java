package org.centrallobby.lookup.postcode;

import jakarta.enterprise.context.ApplicationScoped;

/** The postcodes that are loaded now, replaced as a whole: a reader takes the index once and stays with it. */
@ApplicationScoped
public class PostcodeDirectory {
    private volatile PostcodeIndex index = PostcodeIndex.EMPTY;

    public PostcodeIndex current() {
        return index;
    }

    public void replace(PostcodeIndex replacement) {
        index = replacement;
    }
}
