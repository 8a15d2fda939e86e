package app.moddy.bot.store;

import app.moddy.bot.config.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** Where PostgreSQL is, and who we are there. */
final class PostgresUrl {
    /**
     * With the user and the password as parameters only: elsewhere the driver would take them for a host's name, and name that
     * in its errors.
     */
    static final String FORM = "jdbc:postgresql://(?<place>[A-Za-z0-9._:,\\[\\]-]+/[A-Za-z0-9._%-]+)(\\?[!-~]*)?";

    /** Seconds. */
    private static final Map<String, String> IMPATIENT =
            Map.of("connectTimeout", "3", "loginTimeout", "4", "socketTimeout", "6");

    private static final Map<String, String> HASTY =
            Map.of("connectTimeout", "2", "loginTimeout", "2", "socketTimeout", "6");

    private static final Map<String, String> STARTING =
            Map.of("connectTimeout", "3", "loginTimeout", "4", "socketTimeout", "15");

    private static final Map<String, String> PATIENT =
            Map.of("connectTimeout", "3", "loginTimeout", "4", "socketTimeout", "600");

    private static final Map<String, String> ALWAYS = Map.of(
            "ApplicationName", "moddy",
            "tcpKeepAlive", "true",
            "reWriteBatchedInserts", "false",
            "logServerErrorDetail", "false"); // it quotes the rows

    private final Secret url;
    private final String name;

    PostgresUrl(Secret url) {
        this.url = url;
        var matcher = java.util.regex.Pattern.compile(FORM).matcher(url.reveal());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no address of a PostgreSQL");
        }
        this.name = "PostgreSQL at " + matcher.group("place");
    }

    /** Where it is, without its parameters. */
    String name() {
        return name;
    }

    /** Why the driver can not use it. */
    Optional<String> obstacle() {
        return parsed() == null
                ? Optional.of("The database's address (DATABASE_URL, " + name
                        + ") can not be understood: look at the port," + " and write % in a parameter as %25")
                : Optional.empty();
    }

    private @Nullable Properties parsed() {
        try {
            return Driver.parseURL(url.reveal(), null);
        } catch (IllegalArgumentException e) {
            return null; // its message may quote the password
        }
    }

    /** For works: what does not answer within seconds is given up. */
    DataSource impatient() {
        return source(IMPATIENT);
    }

    /** To ask once more for who has waited for seconds already. */
    DataSource hasty() {
        return source(HASTY);
    }

    /** For who starts, and may have to wait for somebody else's migrations a while. */
    DataSource starting() {
        return source(STARTING);
    }

    /** For migrations: a large table takes its time. */
    DataSource patient() {
        return source(PATIENT);
    }

    private DataSource source(Map<String, String> limits) {
        PGSimpleDataSource source = new Watched();
        Properties own = parsed(); // setUrl would name all of one that it does not understand
        if (own == null) {
            throw new IllegalStateException("an address that the driver does not understand");
        }
        source.setUrl(url.reveal());
        try {
            for (Map.Entry<String, String> limit : limits.entrySet()) {
                if (!own.containsKey(limit.getKey())) {
                    source.setProperty(limit.getKey(), limit.getValue());
                }
            }
            for (Map.Entry<String, String> setting : ALWAYS.entrySet()) {
                source.setProperty(setting.getKey(), setting.getValue());
            }
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException("the driver has these settings", e);
        }
    }

    /** Sessions may have locks: the server finds out within half a minute that our machine was switched off. */
    private static final class Watched extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;

        private static final String WATCH = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                + " SET tcp_keepalives_count = 3; SET tcp_user_timeout = '25s'";

        @Override
        public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
            Connection connection = super.getConnection(user, password);
            try (Statement statement = connection.createStatement()) {
                statement.execute(WATCH);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }
}
