package org.centrallobby.letter.letter;

/** Lets a transaction of this thread die before one of its statements, as if the process had been killed there. */
final class DyingDatabase {
    private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();

    private DyingDatabase() {}

    /** The process died. */
    static class Death extends RuntimeException {}

    /**
     * Runs something that dies behind so many statements, or goes well if it has fewer.
     *
     * @return whether it went well
     */
    static boolean survives(int statements, Runnable work) {
        LEFT.set(statements);
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            if (LEFT.get() >= 0) {
                throw e;
            }
            return false;
        } finally {
            LEFT.remove();
        }
    }

    /** To be called before each statement. */
    static void beforeStatement() {
        var left = LEFT.get();
        if (left != null) {
            LEFT.set(left - 1);
            if (left <= 0) {
                throw new Death();
            }
        }
    }
}
