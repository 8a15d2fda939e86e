package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code bin/moddy} finds out which Java there is, and what it does for a quick start. */
class LauncherIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String REAL_JAVA = System.getProperty("java.home");

    @TempDir
    private Path folder;

    private Unpacked moddy;

    @BeforeEach
    void unpack() throws IOException {
        moddy = Unpacked.into(Files.createDirectory(folder.resolve("opt")));
    }

    private Program.Ended run(String javaHome, Map<String, String> more, String command) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("JAVA_HOME", javaHome);
        environment.put("DISCORD_TOKEN", "MTEwMDAwMDAwMDAwMDAwMDAwMQ.demo.token");
        environment.put("INTERNAL_API_SECRET", "planted-secret-number-1");
        try (Program program = Program.start(List.of(moddy.script().toString(), command), folder, environment)) {
            return program.awaitEnd(LIMIT);
        }
    }

    /** A Java that only tells how it was called. */
    private String java(String version, String release) throws IOException {
        Path home = Files.createDirectory(folder.resolve("java"));
        Path program = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\necho called with \"$1\"\necho 'openjdk version \"" + version + "\"'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!release.isEmpty()) {
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + release + "\"\n");
        }
        return home.toString();
    }

    @Test
    void javaIsNotAskedWhichItIs() throws Exception {
        Program.Ended ended = run(java("none", "17.0.1"), Map.of(), "run");
        assertThat(ended.output()).contains("called with -XX:+UseSerialGC").doesNotContain("-version");
    }

    @Test
    void anOlderOneIsRefusedWithoutBeingStarted() throws Exception {
        Program.Ended ended = run(java("none", "11.0.2"), Map.of(), "run");
        assertThat(ended.output()).contains("java is older than Java 17").doesNotContain("called");
        assertThat(ended.code()).isEqualTo(69);
    }

    @Test
    void oneThatDoesNotSayIsAsked() throws Exception {
        Program.Ended ended = run(java("1.8.0_392", ""), Map.of(), "run");
        assertThat(ended.output()).contains("java is older than Java 17");
        assertThat(ended.code()).isEqualTo(69);
    }

    private Program.Ended check(String javaOptions) throws Exception {
        return run(REAL_JAVA, Map.of("JAVA_OPTS", javaOptions), "check");
    }

    @Test
    void theArchiveIsUsedAndOneThatDoesNotFitNeitherStopsTheBotNorSaysAnything() throws Exception {
        Program.Ended without = check("");
        assertThat(without.code()).as(without.output()).isZero();
        Program.Ended made = run(REAL_JAVA, Map.of(), "archive");
        assertThat(made.code()).as(made.output()).isZero();
        assertThat(made.output()).contains("MiB; the next start is quicker").doesNotContain("warning");
        Path archive = archive();
        assertThat(check("-Xshare:on -Xlog:class+load").output())
                .as("classes of ours and of libraries are in it")
                .containsPattern("app\\.moddy\\.bot\\.BotConfigFile source: shared objects file")
                .containsPattern("ch\\.qos\\.logback\\.classic\\.Logger source: shared objects file");

        Files.setLastModifiedTime(lib("bot-core"), FileTime.from(Instant.EPOCH));
        assertThat(check("")).as("another jar than it was made of").isEqualTo(without);
        Files.writeString(archive, "");
        assertThat(check("")).as("an empty one").isEqualTo(without);
    }

    private Path archive() throws IOException {
        assertThat(moddy.names("lib")).filteredOn(name -> name.endsWith(".jsa")).hasSize(1);
        return lib("moddy-");
    }

    private Path lib(String beginning) throws IOException {
        try (var files = Files.list(moddy.top().resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
