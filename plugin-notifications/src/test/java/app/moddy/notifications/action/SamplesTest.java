package app.moddy.notifications.action;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import app.moddy.bot.message.RenderedNotice;
import app.moddy.bot.message.Sample;
import app.moddy.bot.message.UserAction;
import java.util.List;
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
    void hasTheSameFieldsInTheSameOrderAndColourInEveryLanguage() {
        for (String action : TEMPLATES.actions()) {
            for (Sample sample : TEMPLATES.samples(action)) {
                Notice notice = TEMPLATES.notice(action, sample.plan(), sample.metadata());
                MessageEmbed english = embed(notice, DiscordLocale.ENGLISH_US);
                MessageEmbed french = embed(notice, DiscordLocale.FRENCH);
                assertThat(french.getColorRaw()).isEqualTo(english.getColorRaw());
                assertThat(inlines(french)).isEqualTo(inlines(english));
                assertThat(french.getFooter()).isEqualTo(english.getFooter());
                assertThat(french.getTitle()).isNotEqualTo(english.getTitle());
            }
        }
    }

    private static MessageEmbed embed(Notice notice, DiscordLocale language) {
        return TEMPLATES.render(notice.withLanguage(language), "42").embed();
    }

    private static List<Boolean> inlines(MessageEmbed embed) {
        return embed.getFields().stream().map(MessageEmbed.Field::isInline).toList();
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
