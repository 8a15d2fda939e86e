package app.moddy.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The plugins of the guides in docs: every file of a guide is compiled, and the guide's own test runs. */
class PluginGuideTest {
    /** A block whose first line is a comment that names its file. */
    private static final Pattern FILE =
            Pattern.compile("```\\w+\n(?://|#) plugin-[a-z]+/src/(\\S+)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern ROOT = Pattern.compile("(?:main|test)/(?:java|resources)/");

    @TempDir
    private Path classes;

    @ParameterizedTest
    @CsvSource({
        "from-chewtils.md, app.moddy.roleadmin.RoleTest",
        "plugin-reference.md, com.example.draw.DrawCommandTest"
    })
    void thePluginOfTheGuideCompilesAndItsTestPasses(String guide, String test) throws Exception {
        List<Path> sources = write(Files.readString(Path.of("..", "docs", guide)));
        compile(sources);
        TestExecutionSummary summary = run(test);
        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isPositive();
    }

    /** Writes the guide's files as they are on a class path; gives those in Java. */
    private List<Path> write(String guide) throws IOException {
        List<Path> sources = new ArrayList<>();
        Matcher block = FILE.matcher(guide);
        while (block.find()) {
            Path file = classes.resolve(ROOT.matcher(block.group(1)).replaceFirst(""));
            Files.createDirectories(file.getParent());
            Files.writeString(file, block.group(2));
            if (file.toString().endsWith(".java")) {
                sources.add(file);
            }
        }
        return sources;
    }

    private void compile(List<Path> sources) {
        List<String> arguments =
                new ArrayList<>(List.of("-Xlint:all,-processing,-classfile", "-Werror", "-d", classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertThat(result).as("javac, whose messages are above").isZero();
    }

    /** With the guide's classes on the thread's class path, where plugins and tests are looked for. */
    private TestExecutionSummary run(String test) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        try (URLClassLoader guide =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(guide);
            Launcher launcher = LauncherFactory.create();
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(guide.loadClass(test)))
                            .configurationParameter(
                                    "junit.jupiter.execution.parallel.enabled", "false") // this thread's class path
                            .build(),
                    listener);
        } finally {
            thread.setContextClassLoader(before);
        }
        return listener.getSummary();
    }
}
