package org.centrallobby.letter.letter;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The one look at each statement that there can be; the tests share it. */
@PersistenceUnitExtension
@ApplicationScoped
public class WatchedStatements implements StatementInspector {
    @Override
    public String inspect(String sql) {
        StatementTally.beforeStatement();
        DyingDatabase.beforeStatement();
        return sql;
    }
}
