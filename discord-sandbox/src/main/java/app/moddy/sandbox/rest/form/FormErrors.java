package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * What is wrong with a form, as the tree of code 50035.
 *
 * @see <a href="https://discord.com/developers/docs/reference#error-messages">Error messages</a>
 */
public final class FormErrors {
    private static final Pattern DOT = Pattern.compile("\\.");

    private final ObjectNode tree = Json.object();
    private final String root;

    /** Begins without errors in a form that is the whole body. */
    public FormErrors() {
        this("");
    }

    /** Begins without errors in a form below a key of the body; empty for none. */
    public FormErrors(String root) {
        this.root = root;
    }

    /**
     * Adds an error.
     *
     * @param path keys and array indexes with dots between, such as {@code embeds.0.title}; empty for the whole form
     */
    public void add(String path, String code, String message) {
        ObjectNode node = tree;
        String whole = root.isEmpty() || path.isEmpty() ? root + path : root + "." + path;
        if (!whole.isEmpty()) {
            for (String key : DOT.split(whole, -1)) {
                node = node.withObjectProperty(key);
            }
        }
        node.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
    }

    public void required(String path) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    public void tooLong(String path, int max) {
        add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
    }

    public void badLength(String path, int min, int max) {
        add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
    }

    public void choices(String path, String allowed) {
        add(path, "BASE_TYPE_CHOICES", "Value must be one of (" + allowed + ").");
    }

    public boolean isEmpty() {
        return tree.isEmpty();
    }

    /** Returns 400 with code 50035 and the tree. */
    public Answer answer() {
        ObjectNode body = Json.object().put("message", "Invalid Form Body").put("code", 50035);
        body.set("errors", tree);
        return Answer.json(400, body);
    }
}
