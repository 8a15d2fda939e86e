package app.moddy.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementEventTest {
    private static final String SQL = "SELECT count(*) FROM sqlite_master WHERE name <> ?";

    @TempDir
    private Path folder;

    @Test
    void aRecordingThatAsksForStatementsHasThemWithoutTheirArguments() throws Exception {
        Path file = folder.resolve("statements.jfr");
        try (OpenDatabase database = OpenDatabase.in(folder);
                Recording recording = new Recording()) {
            recording.enable("app.moddy.Statement").withoutThreshold();
            recording.start();
            database.store()
                    .read(sql -> sql.first(SQL, row -> row.getInt(1), "a secret"))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("app.moddy.Statement"))
                .toList();
        assertThat(events).anyMatch(event -> SQL.equals(event.getString("sql")));
        assertThat(events.toString()).doesNotContain("a secret");
    }
}
