package app.moddy.notifications;

import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.MovableTime;
import app.moddy.sandbox.SandboxChoice;
import app.moddy.sandbox.SandboxReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff see what a notification looks like, and what is wrong with the operator's file. */
class NotifyPreviewTest {
    private final Play play = new Play(MovableTime.flowing());
    private final StaffAtWork staff = new StaffAtWork(play);

    @TempDir
    private Path templates;

    private void start() throws Exception {
        play.start(bot -> bot.templates(templates));
    }

    @AfterEach
    void stop() {
        play.close();
    }

    private SandboxReply preview(Map<String, ?> options) {
        return staff.run("notify-preview", options);
    }

    @Test
    void showsTheEmbedAndSendsNothing() throws Exception {
        start();
        SandboxReply reply = preview(Map.of("action", "plan_upgraded", "language", "fr"));
        assertThat(reply.content()).isEqualTo("Not sent. Language: fr");
        assertThat(reply.embeds()).singleElement().satisfies(embed -> {
            assertThat(embed.title()).isEqualTo("⬆️ Passage à une formule supérieure");
            assertThat(embed.footer()).isEqualTo("Ref preview");
        });
        assertThat(play.discord().calls(SEND)).isEmpty();
        assertThat(play.kept().rows("SELECT id FROM notification")).isEmpty();
    }

    @Test
    void inTheCallersLanguageUnlessTheyNameOne() throws Exception {
        start();
        play.scene().ada().locale("fr");
        SandboxReply reply = preview(Map.of("action", "plan_upgraded", "sample", "yen"));
        assertThat(reply.content()).isEqualTo("Pas envoyée. Langue\u00A0: fr");
        assertThat(reply.embeds().get(0).title()).startsWith("⬆️ Passage");
    }

    @Test
    void saysWhatIsWrongWithTheOperatorsFileAndShowsTheEmbedAsItStands() throws Exception {
        Files.writeString(templates.resolve("fr.yml"), "plan_upgraded:\n  titel: Hourra\n");
        start();
        SandboxReply reply = preview(Map.of("action", "plan_upgraded", "language", "fr"));
        assertThat(reply.content())
                .startsWith("Not sent. Language: fr\n⚠️ The operator’s file is not used, because:\n- ")
                .contains("fr.yml\\:2: plan\\_upgraded.titel: ");
        assertThat(reply.embeds().get(0).title()).isEqualTo("⬆️ Passage à une formule supérieure");
        assertThat(preview(Map.of("action", "plan_upgraded", "language", "en-US"))
                        .content())
                .isEqualTo("Not sent. Language: en-US");
    }

    @Test
    void ofANewLanguageToo() throws Exception {
        Files.writeString(templates.resolve("de.yml"), "plan_upgraded: {title: 7 }\nnonsense: {}\n");
        Files.writeString(templates.resolve("german.yml"), "{}"); // in no language
        start();
        SandboxReply reply = preview(Map.of("action", "plan_upgraded", "language", "de"));
        assertThat(reply.content()).startsWith("Not sent. Language: en-US\n⚠️ ").contains("de.yml\\:1: ");
        assertThat(staff.place().types("/notify-preview", Map.of(), "language", ""))
                .extracting(SandboxChoice::value)
                .containsExactly("de", "en-US", "fr");
    }

    @Test
    void saysWhatIsWrongWithAnOption() throws Exception {
        start();
        assertThat(preview(Map.of("action", "nonsense")).content())
                .startsWith("There is no action “nonsense”. Known: plan\\_downgraded, ");
        assertThat(preview(Map.of("action", "plan_upgraded", "sample", "x")).content())
                .startsWith("There is no sample “x”. Known: ");
        assertThat(preview(Map.of("action", "plan_upgraded", "language", "xx")).content())
                .isEqualTo("There is no language “xx”. Known: en-US, fr");
    }
}
