package app.moddy.notifications.action;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import app.moddy.bot.message.RenderedNotice;
import app.moddy.bot.message.Sample;
import app.moddy.bot.message.UserAction;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in action in every language with every sample. */
class SamplesTest {
    private static final MessageTemplates TEMPLATES = Templates.with(MessageSettings.defaults());
    private static final Pattern MENTION = Pattern.compile("(?<!\\\\)<[@#/:]|@everyone|@here");

    /** Fields whose values are names, points in time or the caller's words; in the samples "markdown" all are the caller's. */
    private static final Set<String> SHOWN_AS_GIVEN =
            Set.of("Plan", "From", "To", "Status", "Details", "Access until", "Since", "Effective");

    @Test
    void coversTheFiveActionsInEnglishAndFrench() {
        assertThat(TEMPLATES.actions())
                .containsExactly(
                        "plan_downgraded",
                        "plan_upgraded",
                        "subscription_cancelled",
                        "subscription_created",
                        "subscription_updated");
        assertThat(TEMPLATES.languages()).containsExactly(DiscordLocale.ENGLISH_US, DiscordLocale.FRENCH);
        assertThat(BuiltInActions.ALL).extracting(UserAction::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everySampleInEveryLanguage")
    void staysWithinDiscordsLimitsAndMentionsNobody(String action, DiscordLocale language, Sample sample) {
        Notice notice =
                TEMPLATES.notice(action, sample.plan(), sample.metadata()).withLanguage(language);
        for (Notice each : List.of(notice, notice.asTest())) {
            RenderedNotice rendered = TEMPLATES.render(each, "1234567890123456789");
            assertThat(rendered.language()).isEqualTo(language);
            assertThat(rendered.embed().isSendable()).isTrue();
            texts(rendered.embed())
                    .forEach(text -> assertThat(text).isNotBlank().doesNotContainPattern(MENTION));
        }
    }

    @Test
    void hasTheSameFieldsOrderAndColourInFrenchAndEveryTextTranslated() {
        for (String action : TEMPLATES.actions()) {
            for (Sample sample : TEMPLATES.samples(action)) {
                Notice notice = TEMPLATES.notice(action, sample.plan(), sample.metadata());
                MessageEmbed english = embed(notice, DiscordLocale.ENGLISH_US);
                MessageEmbed french = embed(notice, DiscordLocale.FRENCH);
                assertThat(french.getColorRaw()).isEqualTo(english.getColorRaw());
                assertThat(inlines(french)).isEqualTo(inlines(english));
                assertThat(french.getFooter()).isEqualTo(english.getFooter());
                assertTranslated(sample, english, french);
            }
        }
    }

    private static MessageEmbed embed(Notice notice, DiscordLocale language) {
        return TEMPLATES.render(notice.withLanguage(language), "42").embed();
    }

    private static List<Boolean> inlines(MessageEmbed embed) {
        return embed.getFields().stream().map(MessageEmbed.Field::isInline).toList();
    }

    private static void assertTranslated(Sample sample, MessageEmbed english, MessageEmbed french) {
        assertThat(french.getTitle()).isNotEqualTo(english.getTitle());
        assertThat(french.getDescription()).isNotEqualTo(english.getDescription());
        for (int i = 0; i < english.getFields().size(); i++) {
            MessageEmbed.Field original = english.getFields().get(i);
            MessageEmbed.Field translated = french.getFields().get(i);
            assertThat(translated.getName()).isNotEqualTo(original.getName());
            boolean isOurs = !SHOWN_AS_GIVEN.contains(String.valueOf(original.getName()))
                    && !sample.name().equals("markdown");
            if (isOurs) {
                assertThat(translated.getValue()).as(sample.name()).isNotEqualTo(original.getValue());
            }
        }
    }

    private static Stream<String> texts(MessageEmbed embed) {
        return Stream.concat(
                Stream.of(String.valueOf(embed.getTitle()), String.valueOf(embed.getDescription())),
                embed.getFields().stream()
                        .flatMap(
                                field -> Stream.of(String.valueOf(field.getName()), String.valueOf(field.getValue()))));
    }

    static Stream<Arguments> everySampleInEveryLanguage() {
        return TEMPLATES.actions().stream()
                .flatMap(action -> TEMPLATES.samples(action).stream()
                        .flatMap(sample -> TEMPLATES.languages().stream()
                                .map(language -> Arguments.of(action, language, sample))));
    }
}
