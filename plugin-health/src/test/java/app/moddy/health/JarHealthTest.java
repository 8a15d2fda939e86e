package app.moddy.health;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.TestJar;
import app.moddy.sandbox.SandboxField;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JarHealthTest {
    @RegisterExtension
    private final BotExtension bot =
            BotExtension.create().toleratingFailedPlugins().startedByTest();

    @TempDir
    private Path folder;

    @Test
    void theJarOfAPluginIsNamedWhereverThePluginIs() throws Exception {
        TestJar.plugin("shop", "").write(folder.resolve("shop-1.0.jar"));
        TestJar.plugin("ill", """
                @Override public void start(Injector own) { throw new IllegalStateException(); }
                """).write(folder.resolve("ill-2.0.jar"));
        Files.writeString(folder.resolve("broken.jar"), "broken");
        bot.jars(folder).start();
        JsonNode health = bot.backend().get("/internal/health").json();
        assertThat(health.path("status").asText()).isEqualTo("healthy");
        assertThat(health.path("plugins").toString())
                .contains("{\"name\":\"broken.jar\",\"jar\":\"broken.jar\",\"state\":\"failed\",\"required\":false,"
                        + "\"reason\":\"is no jar, or not all of it")
                .contains("{\"name\":\"health\",\"state\":\"running\"")
                .contains("{\"name\":\"ill\",\"jar\":\"ill-2.0.jar\",\"state\":\"failed\"")
                .contains("{\"name\":\"shop\",\"jar\":\"shop-1.0.jar\",\"state\":\"running\"");
        assertThat(bot.ada().runs("/health"))
                .contains("❌ broken.jar: is no jar")
                .contains("❌ ill \\(ill-2.0.jar\\): it is broken; the log says where")
                .contains("✅ shop (shop-1.0.jar)");
        assertThat(bot.ada().runs("/plugins").await().embeds().get(0).fields())
                .extracting(SandboxField::name)
                .containsExactly("❌ broken.jar", "✅ health", "❌ ill (ill-2.0.jar)", "✅ shop (shop-1.0.jar)");
    }
}
