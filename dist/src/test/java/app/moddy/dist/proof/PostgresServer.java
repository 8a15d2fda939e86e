package app.moddy.dist.proof;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of a test's own, which can be killed, or fall silent, and goes on with the same data. For one thread. */
final class PostgresServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    private final Path folder;
    private EmbeddedPostgres server;

    private PostgresServer(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** One that runs, with its data in this folder. */
    static PostgresServer start(Path folder) throws IOException {
        return new PostgresServer(folder, on(folder).start());
    }

    /** Its processes die, not the machine: what they have written is there, with or without fsync. */
    private static EmbeddedPostgres.Builder on(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off");
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** All its processes: the one that lets others in, and one for each of these. */
    private List<ProcessHandle> processes() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle.of(pid).ifPresent(first -> {
            all.add(first);
            first.descendants().forEach(all::add);
        });
        return all;
    }

    /** SIGKILL; returns when all are dead. */
    void kill() throws IOException {
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** The same again after {@link #kill}, at the same address. */
    void startAgain() throws IOException {
        int port = server.getPort();
        server.close(); // lets its folder go
        server = on(folder).setPort(port).start();
    }

    /** SIGSTOP: connections stay, and are taken, and nothing is answered. */
    void suspend() throws IOException, InterruptedException {
        Signal.STOP.sendTo(processes());
    }

    /** SIGCONT: it goes on with what it was told meanwhile. */
    void goOn() throws IOException, InterruptedException {
        Signal.CONT.sendTo(processes());
    }

    @Override
    public void close() {
        try {
            goOn();
            server.close();
        } catch (IOException e) {
            log.warn("The server was not ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
