package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;

class EmbedDraftTest {
    private static final String LONG = "x".repeat(10_000);

    @Test
    void clipsEachTextToItsOwnLimit() {
        MessageEmbed embed =
                new EmbedDraft(LONG, "", List.of(new EmbedDraft.Field(LONG, LONG, true))).embed(0, "Ref 1");
        assertThat(embed.getTitle()).hasSize(256).endsWith("x…");
        assertThat(embed.getFields().get(0).getName()).hasSize(256).endsWith("x…");
        assertThat(embed.getFields().get(0).getValue()).hasSize(1024).endsWith("x…");
        assertThat(new EmbedDraft("", LONG, List.of()).embed(0, "Ref 1").getDescription())
                .hasSize(4096)
                .endsWith("x…");
    }

    @Test
    void sharesTheSumOf6000CharactersFairly() {
        EmbedDraft.Field field = new EmbedDraft.Field("Name", LONG, false);
        MessageEmbed embed = new EmbedDraft("Title", LONG, Collections.nCopies(25, field)).embed(0, "Ref 1");
        // 6000 less the footer's 5, the title's 5 and the names' 100, among 26 long texts
        assertThat(embed.getDescription()).hasSize(226);
        assertThat(embed.getFields()).hasSize(25).allSatisfy(each -> {
            assertThat(each.getName()).isEqualTo("Name");
            assertThat(each.getValue()).hasSize(226).endsWith("…");
        });
        assertThat(embed.getLength()).isBetween(5900, 6000);
        assertThat(embed.isSendable()).isTrue();
    }

    @Test
    void usesTheWholeSumFooterIncluded() {
        EmbedDraft.Field field = new EmbedDraft.Field("Name", LONG, false);
        MessageEmbed embed = new EmbedDraft("", LONG, List.of(field, field)).embed(0, "Ref 1");
        assertThat(embed.getLength()).isEqualTo(6000);
        assertThat(embed.getDescription()).hasSize(3939);
        assertThat(embed.getFields())
                .allSatisfy(each -> assertThat(each.getValue()).hasSize(1024));
    }

    @Test
    void fitsEvenWhenEverythingIsTooLong() {
        EmbedDraft.Field field = new EmbedDraft.Field(LONG, LONG, false);
        MessageEmbed embed = new EmbedDraft(LONG, LONG, Collections.nCopies(25, field)).embed(0xffffff, "Ref 1");
        assertThat(embed.getLength()).isLessThanOrEqualTo(6000);
        assertThat(embed.getFields())
                .hasSize(25)
                .allSatisfy(each -> assertThat(each.getName()).endsWith("x…"));
        assertThat(embed.getFooter()).extracting(MessageEmbed.Footer::getText).isEqualTo("Ref 1");
    }

    @Test
    void hasNoTitleOrDescriptionWhenTheyAreEmpty() {
        MessageEmbed embed = new EmbedDraft("", "", List.of()).embed(0x00ff00, "Ref 1");
        assertThat(embed.getTitle()).isNull();
        assertThat(embed.getDescription()).isNull();
        assertThat(embed.isSendable()).isTrue();
    }
}
