package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.RawBot.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Discord's limits on messages and commands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().withoutRateLimits().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxUser ada = discord.user("ada").joins(guild);
    private final RawBot bot = new RawBot(discord);

    @AfterAll
    void stop() {
        discord.close();
    }

    private Reply message(String body) {
        return bot.post(bot.messagesWith(ada), body.replace('\'', '"'));
    }

    private Reply command(String body) {
        return bot.post(commands(), body.replace('\'', '"'));
    }

    private String commands() {
        return "applications/" + discord.botId() + "/guilds/" + guild.id() + "/commands";
    }

    private static String of(int length) {
        return "x".repeat(length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            content                 | {'content':'%s'}                                              | 2000 | BASE_TYPE_MAX_LENGTH
            nonce                   | {'content':'x','nonce':'%s'}                                  | 25   | BASE_TYPE_MAX_LENGTH
            embeds.0.title          | {'embeds':[{'title':'%s'}]}                                   | 256  | BASE_TYPE_MAX_LENGTH
            embeds.0.description    | {'embeds':[{'description':'%s'}]}                             | 4096 | BASE_TYPE_MAX_LENGTH
            embeds.0.footer.text    | {'embeds':[{'footer':{'text':'%s'}}]}                         | 2048 | BASE_TYPE_MAX_LENGTH
            embeds.0.author.name    | {'embeds':[{'author':{'name':'%s'}}]}                         | 256  | BASE_TYPE_MAX_LENGTH
            embeds.0.fields.0.name  | {'embeds':[{'fields':[{'name':'%s','value':'v'}]}]}           | 256  | BASE_TYPE_MAX_LENGTH
            embeds.0.fields.0.value | {'embeds':[{'fields':[{'name':'n','value':'%s'}]}]}           | 1024 | BASE_TYPE_MAX_LENGTH
            """)
    void aTextMayBeAsLongAsItsLimitAndNoLonger(String path, String body, int limit, String code) {
        assertThat(message(body.formatted(of(limit))).status()).isEqualTo(200);
        Reply refused = message(body.formatted(of(limit + 1)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(50035);
        assertThat(refused.formError(path)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            embeds.0.color            | {'embeds':[{'title':'t','color':16777216}]}                     | NUMBER_TYPE_MAX
            embeds.0.color            | {'embeds':[{'title':'t','color':-1}]}                           | NUMBER_TYPE_MIN
            embeds.0.url              | {'embeds':[{'title':'t','url':'ftp://x'}]}                      | URL_TYPE_INVALID_URL
            embeds.0.timestamp        | {'embeds':[{'title':'t','timestamp':'soon'}]}                   | DATE_TIME_TYPE_PARSE
            embeds.0.description      | {'embeds':[{}]}                                                 | BASE_TYPE_REQUIRED
            embeds.0.fields.0.value   | {'embeds':[{'fields':[{'name':'n'}]}]}                          | BASE_TYPE_REQUIRED
            allowed_mentions          | {'content':'x','allowed_mentions':{'parse':['users'],'users':['1']}} | MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE
            embeds                    | {'content':'x','embeds':{'title':'t'}}                         | LIST_TYPE_CONVERT
            embeds                    | {'content':'x','embeds':'t'}                                    | LIST_TYPE_CONVERT
            embeds.0                  | {'content':'x','embeds':['t']}                                  | DICT_TYPE_CONVERT
            embeds.0.fields           | {'embeds':[{'title':'t','fields':{'name':'n','value':'v'}}]}    | LIST_TYPE_CONVERT
            embeds.0.fields.0         | {'embeds':[{'title':'t','fields':['n']}]}                       | DICT_TYPE_CONVERT
            embeds.0.footer           | {'embeds':[{'title':'t','footer':'f'}]}                         | DICT_TYPE_CONVERT
            embeds.0.image            | {'embeds':[{'title':'t','image':'f'}]}                          | DICT_TYPE_CONVERT
            embeds.0.color            | {'embeds':[{'title':'t','color':18446744073709551616}]}         | NUMBER_TYPE_MAX
            components                | {'content':'x','components':{'type':1}}                         | LIST_TYPE_CONVERT
            components.0              | {'content':'x','components':['row']}                            | DICT_TYPE_CONVERT
            components.0.components   | {'content':'x','components':[{'type':1,'components':{}}]}       | LIST_TYPE_CONVERT
            flags                     | {'content':'x','flags':'abc'}                                   | NUMBER_TYPE_COERCE
            allowed_mentions          | {'content':'x','allowed_mentions':'none'}                       | DICT_TYPE_CONVERT
            allowed_mentions.parse    | {'content':'x','allowed_mentions':{'parse':'users'}}            | LIST_TYPE_CONVERT
            allowed_mentions.parse.0  | {'content':'x','allowed_mentions':{'parse':['bogus']}}          | BASE_TYPE_CHOICES
            allowed_mentions.users.0  | {'content':'x','allowed_mentions':{'users':['ada']}}            | NUMBER_TYPE_COERCE
            components.0.components   | {'content':'x','components':[{'type':1,'components':[]}]}       | BASE_TYPE_BAD_LENGTH
            components.0.components   | {'content':'x','components':[{'type':1}]}                       | BASE_TYPE_REQUIRED
            components.0.components.0.label | {'content':'x','components':[{'type':1,'components':[{'type':2,'style':1,'custom_id':'c'}]}]} | BASE_TYPE_REQUIRED
            components.0.components.0.type  | {'content':'x','components':[{'type':1,'components':[{'type':99,'custom_id':'c'}]}]}          | BASE_TYPE_CHOICES
            components.0.type         | {'flags':32768,'components':[{'type':99}]}                      | BASE_TYPE_CHOICES
            components.0.components.0.type  | {'flags':32768,'components':[{'type':17,'components':[{'type':2,'style':1,'label':'l','custom_id':'c'}]}]} | BASE_TYPE_CHOICES
            content                   | {'content':'x','flags':32768,'components':[{'type':10,'content':'t'}]} | MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2
            components.0.components.1.custom_id | {'content':'x','components':[{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'c'},{'type':2,'style':1,'label':'b','custom_id':'c'}]}]} | COMPONENT_CUSTOM_ID_DUPLICATED
            """)
    void refusesAMessageThat(String path, String body, String code) {
        Reply refused = message(body);
        assertThat(refused.code()).isEqualTo(50035);
        assertThat(refused.formError(path)).as(refused.text()).isEqualTo(code);
    }

    @Test
    void countsTheTextOfAllEmbedsTogether() {
        String two = "{'embeds':[{'description':'%s'},{'description':'%s'}]}";
        assertThat(message(two.formatted(of(3000), of(3000))).status()).isEqualTo(200);
        assertThat(message(two.formatted(of(3000), of(3001))).formError("embeds"))
                .isEqualTo("MAX_EMBED_SIZE_EXCEEDED");
    }

    @Test
    void countsCodePointsNotCharsAndNotOuterBlanks() {
        assertThat(message("{'content':'%s'}".formatted("🎉".repeat(2000))).status())
                .isEqualTo(200);
        assertThat(message("{'embeds':[{'title':'  %s  '}]}".formatted(of(256))).status())
                .isEqualTo(200);
    }

    @Test
    void refusesMoreThanTenEmbedsAndMoreThan25Fields() {
        String embed = "{'title':'t'}";
        String field = "{'name':'n','value':'v'}";
        assertThat(message("{'embeds':[" + embed + ("," + embed).repeat(10) + "]}")
                        .formError("embeds"))
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
        assertThat(message("{'embeds':[{'fields':[" + field + ("," + field).repeat(25) + "]}]}")
                        .formError("embeds.0.fields"))
                .isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "{'content':'','embeds':[],'components':[],'poll':null}", "{'content':'  '}"})
    void refusesAnEmptyMessage(String body) {
        Reply refused = message(body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(50006);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00A0", "\u2007", "\u202F", "\uFEFF"})
    void storesTextsWithoutOuterSpace(String space) {
        Reply reply = message(("{'content':'#c#','embeds':[{'title':'#t#','description':'#d#','footer':{'text':'#f#'},"
                        + "'author':{'name':'#a#'},'fields':[{'name':'#n#','value':'#v #v#'}]}]}")
                .replace("#", space));
        var embed = reply.json().at("/embeds/0");
        assertThat(reply.json().path("content").asText()).isEqualTo("c");
        assertThat(embed.path("title").asText()).isEqualTo("t");
        assertThat(embed.path("description").asText()).isEqualTo("d");
        assertThat(embed.at("/footer/text").asText()).isEqualTo("f");
        assertThat(embed.at("/author/name").asText()).isEqualTo("a");
        assertThat(embed.at("/fields/0/name").asText()).isEqualTo("n");
        assertThat(embed.at("/fields/0/value").asText()).isEqualTo("v " + space + "v");
        assertThat(message("{'content':'" + space + "'}").code()).isEqualTo(50006);
    }

    @Test
    void acceptsEmptyTextsInFields() {
        assertThat(message("{'embeds':[{'fields':[{'name':'','value':''}]}]}").status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoJsonAndOtherContentTypes() {
        assertThat(message("{'content'").code()).isEqualTo(50109);
        Reply form = bot.send(
                "POST",
                bot.messagesWith(ada),
                "content=x",
                "Bot " + discord.token(),
                "application/x-www-form-urlencoded");
        assertThat(form.code()).isEqualTo(50035);
        assertThat(form.formError("")).isEqualTo("CONTENT_TYPE_INVALID");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name                  | {'name':'Upper','description':'d'}                                                      | APPLICATION_COMMAND_INVALID_NAME
            name                  | {'name':'two words','description':'d'}                                                  | APPLICATION_COMMAND_INVALID_NAME
            description           | {'name':'n','description':''}                                                           | BASE_TYPE_BAD_LENGTH
            description           | {'name':'n'}                                                                            | BASE_TYPE_REQUIRED
            ``                    | ['n']                                                                                   | DICT_TYPE_CONVERT
            options               | {'name':'n','description':'d','options':'none'}                                         | LIST_TYPE_CONVERT
            options.0             | {'name':'n','description':'d','options':['a']}                                          | DICT_TYPE_CONVERT
            options.0.choices     | {'name':'n','description':'d','options':[{'type':3,'name':'a','description':'d','choices':{'name':'c'}}]} | LIST_TYPE_CONVERT
            type                  | {'name':'n','description':'d','type':9}                                                 | BASE_TYPE_CHOICES
            contexts              | {'name':'n','description':'d','contexts':'guild'}                                       | LIST_TYPE_CONVERT
            default_member_permissions | {'name':'n','description':'d','default_member_permissions':'admin'}                | NUMBER_TYPE_COERCE
            name_localizations    | {'name':'n','description':'d','name_localizations':['fr']}                              | DICT_TYPE_CONVERT
            name_localizations.xx | {'name':'n','description':'d','name_localizations':{'xx':'n'}}                          | BASE_TYPE_CHOICES
            options.0.options.0.type | {'name':'n','description':'d','options':[{'type':2,'name':'g','description':'d','options':[{'type':3,'name':'a','description':'d'}]}]} | BASE_TYPE_CHOICES
            options.0.autocomplete | {'name':'n','description':'d','options':[{'type':5,'name':'a','description':'d','autocomplete':true}]} | APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID
            options.0.choices.1.name | {'name':'n','description':'d','options':[{'type':3,'name':'a','description':'d','choices':[{'name':'c','value':'v'},{'name':'c','value':'w'}]}]} | APPLICATION_COMMAND_OPTIONS_CHOICES_NAMES_DUPLICATE
            options.1             | {'name':'n','description':'d','options':[{'type':3,'name':'a','description':'d'},{'type':3,'name':'b','description':'d','required':true}]} | APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID
            options.1.name        | {'name':'n','description':'d','options':[{'type':3,'name':'a','description':'d'},{'type':3,'name':'a','description':'d'}]} | APPLICATION_COMMAND_OPTIONS_NAME_INVALID
            options.0.type        | {'name':'n','description':'d','options':[{'type':12,'name':'a','description':'d'}]}     | BASE_TYPE_CHOICES
            options.0.choices     | {'name':'n','description':'d','options':[{'type':3,'name':'a','description':'d','autocomplete':true,'choices':[{'name':'c','value':'v'}]}]} | APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID
            options.0.choices.0.value | {'name':'n','description':'d','options':[{'type':4,'name':'a','description':'d','choices':[{'name':'c','value':'v'}]}]} | NUMBER_TYPE_COERCE
            description           | {'name':'User card','type':2,'description':'d'}                                         | APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET
            """)
    void refusesACommandThat(String path, String body, String code) {
        Reply refused = command(body);
        assertThat(refused.code()).isEqualTo(50035);
        assertThat(refused.formError(path)).as(refused.text()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'name':'n','description':'d'}", "'n'", "5"})
    void refusesCommandsThatAreNoList(String body) {
        Reply refused = bot.put(commands(), body.replace('\'', '"'));
        assertThat(refused.code()).isEqualTo(50035);
        assertThat(refused.formError("")).isEqualTo("LIST_TYPE_CONVERT");
    }

    @Test
    void refusesAnEditOfACommandThatIsNoObject() {
        String id =
                command("{'name':'edited','description':'d'}").json().path("id").asText();
        Reply refused = bot.send("PATCH", commands() + "/" + id, "[1]", "Bot " + discord.token(), "application/json");
        assertThat(refused.formError("")).isEqualTo("DICT_TYPE_CONVERT");
    }

    @Test
    void refusesCommandsOfTheSameNameAndMoreThan100() {
        String one = "{\"name\":\"n\",\"description\":\"d\"}";
        assertThat(bot.put(commands(), "[" + one + "," + one + "]").formError("1.name"))
                .isEqualTo("APPLICATION_COMMANDS_DUPLICATE_NAME");
        StringBuilder many = new StringBuilder(one);
        for (int i = 0; i < 100; i++) {
            many.append(",{\"name\":\"n").append(i).append("\",\"description\":\"d\"}");
        }
        assertThat(bot.put(commands(), "[" + many + "]").formError("")).isEqualTo("BASE_TYPE_MAX_LENGTH");
    }

    @Test
    void refusesACommandOfMoreThan8000Characters() {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            StringBuilder choices = new StringBuilder();
            for (int j = 0; j < 25; j++) {
                choices.append(j == 0 ? "" : ",")
                        .append("{'name':'")
                        .append(of(50))
                        .append("','value':'")
                        .append(of(30));
                choices.append("'}");
            }
            options.append(i == 0 ? "" : ",").append("{'type':3,'name':'o").append(i);
            options.append("','description':'d','choices':[").append(choices).append("]}");
        }
        Reply refused = command("{'name':'n','description':'d','options':[" + options + "]}");
        assertThat(refused.formError("")).isEqualTo("APPLICATION_COMMAND_TOO_LARGE");
    }

    @Test
    void answers201ForANewCommandAnd200ForTheSameNameAgain() {
        assertThat(command("{'name':'fresh','description':'d'}").status()).isEqualTo(201);
        assertThat(command("{'name':'fresh','description':'e'}").status()).isEqualTo(200);
    }

    @Test
    void listsLocalizationsOnlyWhenAsked() {
        command("{'name':'local','description':'d','name_localizations':{'fr':'locale'}}");
        assertThat(bot.get(commands()).text()).doesNotContain("locale\"");
        assertThat(bot.get(commands() + "?with_localizations=true").text()).contains("\"fr\":\"locale\"");
    }

    @Test
    void knowsOnlyItsOwnApplication() {
        assertThat(bot.get("applications/1/commands").code()).isEqualTo(20012);
        assertThat(bot.get("applications/" + discord.botId() + "/guilds/1/commands")
                        .code())
                .isEqualTo(50001);
    }
}
