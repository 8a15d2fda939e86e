package app.moddy.bot.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.ValidateOutput;

/** Brings the tables of one owner up to date: the files {@code migrations/V<n>__<name>.sql} beside a class of its own. */
final class Migrations {
    private final Flyway flyway;

    private Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /** @param owner whose they are; empty: core's */
    static Migrations of(DataSource database, String owner, Class<?> beside) {
        String history = owner.isEmpty() ? Histories.CORE : Histories.OF_PLUGIN + owner.replace('-', '_');
        return new Migrations(Flyway.configure(beside.getClassLoader())
                .dataSource(database)
                .locations("classpath:" + beside.getPackageName().replace('.', '/') + "/migrations")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .table(history)
                .baselineOnMigrate(true) // the tables of others are there already
                .baselineVersion("0")
                .ignoreMigrationPatterns(new String[0]) // not even those of a newer version
                .load());
    }

    /** Runs what was not run yet, and while there is something to run, nobody else writes. */
    void run(Engine engine) throws StoreFaultException {
        if (!engine.isShared() || told(() -> flyway.info().pending().length) == 0) {
            run();
            return;
        }
        Engine.Hold hold = engine.hold();
        try {
            run(); // perhaps nothing: another instance may have done it meanwhile
        } finally {
            hold.close();
        }
    }

    /** Runs what was not run yet; the caller holds the database, or nobody else uses it. */
    void run() throws StoreFaultException {
        told(flyway::migrate);
    }

    /**
     * In the operator's words if it fails. Flyway asks the thread's loader for SLF4J; that of a plugin's jar sees no provider,
     * and Flyway would write to the console.
     */
    private <T> T told(Supplier<T> task) throws StoreFaultException {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(Flyway.class.getClassLoader());
        try {
            return task.get();
        } catch (FlywayValidateException e) {
            throw new StoreFaultException(mismatches(flyway), e);
        } catch (FlywayException e) {
            Optional<SQLException> cause = databases(e);
            throw new StoreFaultException(
                    failure(e, cause),
                    e,
                    cause.map(SqlErrors::trouble).filter(Trouble::passes).isPresent());
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static String mismatches(Flyway flyway) {
        return flyway.validateWithResult().invalidMigrations.stream()
                .filter(migration ->
                        migration.errorDetails.errorCode != CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED)
                .map(Migrations::mismatch)
                .collect(Collectors.joining("; "));
    }

    private static String mismatch(ValidateOutput migration) {
        if (migration.errorDetails.errorCode == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
            return "the database is of a newer version: its migration " + migration.version + " is unknown here";
        }
        if (migration.errorDetails.errorCode == CoreErrorCode.CHECKSUM_MISMATCH) {
            return "migration " + migration.version + " was changed after it had been run";
        }
        return "migration " + migration.version + ": " + migration.errorDetails.errorMessage;
    }

    /** Of a statement that fails, Flyway's first line says in which file, and the database's message what is wrong with it. */
    private static String failure(FlywayException e, Optional<SQLException> databases) {
        List<String> lines = String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return databases
                .map(cause -> lines.get(0) + ": " + cause.getMessage())
                .orElseGet(() -> String.join(" ", lines));
    }

    private static Optional<SQLException> databases(FlywayException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
