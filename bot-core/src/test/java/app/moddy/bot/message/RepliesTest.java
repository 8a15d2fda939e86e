package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands say and are called, from a plugin's files. */
class RepliesTest {
    private static final DiscordLocale ENGLISH = DiscordLocale.ENGLISH_US;
    private static final DiscordLocale FRENCH = DiscordLocale.FRENCH;
    private static final SlashCommandData PRIZE = Commands.slash("prize", "Prizes")
            .addSubcommands(new SubcommandData("give", "Gives one")
                    .addOptions(new OptionData(OptionType.STRING, "kind", "Which", true).addChoice("Cup", "cup")));
    private static final CommandData MENU = Commands.user("Give a prize");
    private static final String BASE = """
            _commands:
              prize:
                replies:
                  none: There is none.
                  some: "{% if count == 1 %}One prize{% else %}{{ count }} prizes{% endif %} for {{ user }}, {{ at | relative }}"
                  list: "{% for each in names %}- {{ each }}\\n{% endfor %}{% if final %}That is all.{% endif %}"
            _replies:
              error:
                gone: "{{ what }} is gone."
            """;
    private static final String GOOD_FRENCH = """
            _commands:
              prize:
                name: prix
                description: Les prix
                subcommands:
                  give:
                    name: offrir
                    options:
                      kind: {name: sorte, description: Lequel, choices: {cup: Coupe}}
                replies:
                  none: Il n’y en a pas.
              Give a prize: {name: Offrir un prix}
            """;

    @Test
    void saysATextInTheLanguageOrElseInEnglish() throws Exception {
        Replies replies = registry(BASE, GOOD_FRENCH).replies("prizes");
        assertThat(replies.say(FRENCH, "prize.none")).isEqualTo("Il n’y en a pas.");
        assertThat(replies.say(DiscordLocale.GERMAN, "prize.none")).isEqualTo("There is none.");
        assertThat(replies.say(FRENCH, "error.gone", Map.of("what", "x"))).isEqualTo("x is gone.");
    }

    @Test
    void fillsInValuesThatAreShownAsTheyAreAndMentionNobody() throws Exception {
        Replies replies = registry(BASE, "").replies("prizes");
        Map<String, Object> values =
                Map.of("count", 2, "user", UserSnowflake.fromId(42), "at", Instant.ofEpochSecond(7), "other", 1);
        assertThat(replies.say(ENGLISH, "prize.some", values)).isEqualTo("2 prizes for <@42>, <t:7:R>");
        assertThat(replies.say(ENGLISH, "prize.some", Map.of("count", 1L, "user", "**@everyone** <@1>")))
                .isEqualTo("One prize for \\*\\*@\u200Beveryone\\*\\* \\<@1>,");
        assertThat(replies.say(ENGLISH, "prize.list", Map.of("names", List.of("a", "# b"), "final", true)))
                .isEqualTo("- a\n- \\# b\nThat is all.");
        assertThat(replies.say(ENGLISH, "error.gone", Map.of("what", "x".repeat(3_000))))
                .hasSize(2_000)
                .endsWith("…");
    }

    @Test
    void refusesWhatIsABugOfThePlugin() throws Exception {
        Replies replies = registry(BASE, "").replies("prizes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replies.say(ENGLISH, "prize.nome"))
                .withMessage("unknown reply 'prize.nome'; did you mean 'prize.none'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replies.say(ENGLISH, "prize.some", Map.of("at", "today")))
                .withMessage("the value 'at' must be an Instant, not a String");
    }

    @Test
    void putsTheWordsOfOtherLanguagesOntoACommand() throws Exception {
        CommandWords words = registry(BASE, GOOD_FRENCH).wording;
        SlashCommandData localized = words.localized(PRIZE);
        assertThat(PRIZE.getNameLocalizations().toMap()).isEmpty();
        assertThat(localized.getNameLocalizations().toMap()).isEqualTo(Map.of(FRENCH, "prix"));
        assertThat(localized.getDescriptionLocalizations().toMap()).isEqualTo(Map.of(FRENCH, "Les prix"));
        SubcommandData give = localized.getSubcommands().get(0);
        assertThat(give.getNameLocalizations().toMap()).isEqualTo(Map.of(FRENCH, "offrir"));
        OptionData kind = give.getOptions().get(0);
        assertThat(kind.getNameLocalizations().toMap()).isEqualTo(Map.of(FRENCH, "sorte"));
        assertThat(kind.getChoices().get(0).getNameLocalizations().toMap()).isEqualTo(Map.of(FRENCH, "Coupe"));
        assertThat(words.localized(MENU).getNameLocalizations().toMap()).isEqualTo(Map.of(FRENCH, "Offrir un prix"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            none: There is none.      § none: ""                         § 4: _commands.prize.replies.none: is blank; write the text here
            none: There is none.      § none: "{{ a | uper }}"           § 4: _commands.prize.replies.none: unknown filter 'uper'; did you mean 'upper'?
            {{ at | relative }}       § {{ at | relative }}{% if at %}{% endif %} § 5: _commands.prize.replies.some: 'at' is not a Boolean: write 'at is not empty'
              prize:                  § prise:                           § 2: _commands.prise: unknown key; did you mean 'prize'?
                replies:              § name: Prize\\n    replies: § 3: _commands.prize.name: belongs in other languages' files only
                replies:              § replys:                          § 3: _commands.prize.replys: unknown key; did you mean 'replies'?
              error:                  § prize:                           § 8: _replies.prize: is a command; its replies stand under _commands.prize.replies
            """)
    void namesEachFaultOfTheBaseFile(String good, String bad, String fault) {
        assertThat(BASE).contains(good);
        assertThat(faults(BASE.replaceFirst(Pattern.quote(good), bad.replace("\\n", "\n")), ""))
                .anySatisfy(found -> assertThat(found).startsWith("templates/en-US.yml:" + fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            none: Il n’y en a pas.    § nome: Il n’y en a pas.           § 11: _commands.prize.replies.nome: unknown reply 'prize.nome'; did you mean 'prize.none'?
            none: Il n’y en a pas.    § none: "{{ count }}"              § 11: _commands.prize.replies.none: unknown variable 'count'; there are none
            name: prix                § name: Prix                       § 3: _commands.prize.name: must be lower case letters, digits, '-' and '_', without spaces
            name: prix                § name: ""                         § 3: _commands.prize.name: is blank; write the text here, or leave the key out
            description: Les prix     § options: {}                      § 4: _commands.prize.options: unknown key
            give:                     § gift:                            § 6: _commands.prize.subcommands.gift: unknown key
            kind: {                   § king: {                          § 9: _commands.prize.subcommands.give.options.king: unknown key; did you mean 'kind'?
            {cup: Coupe}              § {cap: Coupe}                     § 9: _commands.prize.subcommands.give.options.kind.choices.cap: unknown key; did you mean 'cup'?
            Offrir un prix            § "{{ offrir un prix qui est trop long pour un menu }}" § 12: _commands.Give a prize.name: has 51 characters; Discord takes at most 32
            """)
    void namesEachFaultOfAnotherLanguage(String good, String bad, String fault) {
        assertThat(GOOD_FRENCH).contains(good);
        assertThat(faults(BASE, GOOD_FRENCH.replace(good, bad)))
                .anySatisfy(found -> assertThat(found).startsWith("templates/fr.yml:" + fault));
    }

    @Test
    void refusesTwoOptionsOfOneName() {
        SlashCommandData two = Commands.slash("two", "Two")
                .addOption(OptionType.STRING, "first", "First")
                .addOption(OptionType.STRING, "second", "Second");
        TemplateFaultException e = catchThrowableOfType(
                TemplateFaultException.class,
                () -> ExampleTemplates.registry()
                        .register(
                                "two",
                                List.of(),
                                List.of(two),
                                ExampleTemplates.files(
                                        Map.of("fr", "_commands: {two: {options: {first: {name: second}}}}"))));
        assertThat(e.faults())
                .containsExactly(
                        "templates/fr.yml:1: _commands.two.options.second: is called 'second', as another one beside it; give it another name");
    }

    @Test
    void needsNoFileWithoutActions() throws Exception {
        ExampleTemplates.registry().register("none", List.of(), List.of(PRIZE), ExampleTemplates.files(Map.of()));
    }

    private static ExampleRegistry registry(String base, String french) throws TemplateFaultException {
        ExampleRegistry registry = ExampleTemplates.registry();
        registry.register(
                "prizes", List.of(), List.of(PRIZE, MENU), ExampleTemplates.files(Map.of("en-US", base, "fr", french)));
        return registry;
    }

    private static List<String> faults(String base, String french) {
        TemplateFaultException e = catchThrowableOfType(TemplateFaultException.class, () -> registry(base, french));
        return e == null ? List.of() : e.faults();
    }
}
