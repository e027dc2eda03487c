package org.centrallobby.letter.letter;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Lets a transaction of this thread die before one of its statements, as if the process had been killed there. */
@PersistenceUnitExtension
@ApplicationScoped
public class DyingDatabase implements StatementInspector {
    private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();

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

    @Override
    public String inspect(String sql) {
        var left = LEFT.get();
        if (left != null) {
            LEFT.set(left - 1);
            if (left <= 0) {
                throw new Death();
            }
        }
        return sql;
    }
}
