package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.DiscordError;
import app.moddy.sandbox.rest.Request;
import app.moddy.sandbox.rest.form.FormErrors;
import app.moddy.sandbox.world.Snowflakes;
import app.moddy.sandbox.world.User;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Users and the opening of direct messages.
 *
 * @see <a href="https://discord.com/developers/docs/resources/user">User resource</a>
 */
final class Users {
    private final World world;

    Users(World world) {
        this.world = world;
    }

    Answer self(Request request) {
        return Answer.ok(world.users().self().selfJson());
    }

    Answer user(Request request) {
        User user = world.users().byId(request.part("user_id"));
        return user == null ? DiscordError.UNKNOWN_USER.answer() : Answer.ok(user.json());
    }

    /** The channel is the same every time, and opening it tells the user nothing. */
    Answer openDirect(Request request) {
        JsonNode recipient = request.body().path("recipient_id");
        FormErrors errors = new FormErrors();
        if (recipient.isMissingNode() || recipient.isNull()) {
            errors.required("recipient_id");
        } else if (!Snowflakes.isSnowflake(recipient.asText())) {
            errors.add("recipient_id", "NUMBER_TYPE_COERCE", "Value \"" + recipient.asText() + "\" is not snowflake.");
        }
        if (!errors.isEmpty()) {
            return errors.answer();
        }
        User user = world.users().byId(recipient.asText());
        if (user == null) {
            return DiscordError.UNKNOWN_USER.answer();
        }
        if (user == world.users().self()) {
            return DiscordError.INVALID_RECIPIENT.answer();
        }
        if (user.refusesDmChannel()) {
            return DiscordError.CANNOT_OPEN_DM.answer();
        }
        return Answer.ok(world.channels().openDirect(user).json());
    }
}
