package app.moddy.roles;

import app.moddy.bot.command.Reply;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** Lines as a reply: in an embed, which has room for more of them than a text, and mentions nobody. */
final class RoleLines {
    private static final String MORE = "\n…";

    private RoleLines() {}

    static Reply reply(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() + 1 > MessageEmbed.DESCRIPTION_MAX_LENGTH - MORE.length()) {
                text.append(MORE);
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return Reply.embed("", new EmbedBuilder().setDescription(text).build());
    }
}
