package app.moddy.bot.command;

import app.moddy.bot.command.OpenButtons.Open;
import app.moddy.bot.discord.Snowflake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * The buttons below replies: shows them, and knows what one that is pressed is for. A button's custom id is {@code
 * confirm:<id>}, or {@code page:<id>:<index>} with the page that it leads to, so that presses in a hurry do not matter.
 */
final class ReplyButtons {
    private final OpenButtons open;

    ReplyButtons(OpenButtons open) {
        this.open = open;
    }

    /**
     * What a pressed button is for.
     *
     * @param work gives what is shown then
     * @param keepsPage whether what is there stays when that fails
     */
    record Pressed(Use use, Supplier<CompletionStage<Reply>> work, boolean keepsPage) {}

    /** The reply's message with its buttons. */
    MessageCreateData message(Reply reply, Use use) {
        Reply.Below below = reply.below();
        List<Button> buttons = below == null ? List.of() : buttons(below, use);
        return buttons.isEmpty()
                ? reply.message()
                : MessageCreateBuilder.from(reply.message())
                        .setComponents(List.of(ActionRow.of(buttons)))
                        .build();
    }

    private List<Button> buttons(Reply.Below below, Use use) {
        if (below instanceof Reply.Question question) {
            return List.of(Button.primary("confirm:" + open.add(use, below), question.button()));
        }
        Reply.Paging paging = (Reply.Paging) below;
        boolean isOnly = paging.index() == 0 && !paging.hasNext();
        return isOnly ? List.of() : turning(paging, use);
    }

    private List<Button> turning(Reply.Paging paging, Use use) {
        String id = "page:" + (paging.buttons() == null ? open.add(use, paging) : paging.buttons()) + ':';
        return List.of(
                Button.secondary(id + (paging.index() - 1), "◀").withDisabled(paging.index() == 0),
                Button.secondary(id + (paging.index() + 1), "▶").withDisabled(!paging.hasNext()));
    }

    /** Nothing for a button of long ago, or of somebody else. */
    Optional<Pressed> pressed(ButtonInteractionEvent event) {
        String[] parts = event.getComponentId().split(":", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Snowflake presser = new Snowflake(event.getUser().getIdLong());
        return open.press(parts[1], presser).map(found -> pressed(found, parts));
    }

    private static Pressed pressed(Open found, String[] parts) {
        if (found.below() instanceof Reply.Question question) {
            return new Pressed(found.use(), question.ifPressed(), false);
        }
        PageSource source = ((Reply.Paging) found.below()).source();
        int index = Integer.parseInt(parts[2]); // we made it: Discord gives it back as it was
        return new Pressed(
                found.use(), () -> source.at(index).thenApply(page -> Reply.page(page, index, source, parts[1])), true);
    }
}
