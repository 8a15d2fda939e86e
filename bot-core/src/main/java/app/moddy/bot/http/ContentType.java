package app.moddy.bot.http;

import java.util.List;
import java.util.Locale;

/** Whether a body's headers say JSON in UTF-8, the only one that is read. */
final class ContentType {
    private ContentType() {}

    /**
     * @param types every {@code Content-Type}
     * @param encodings every {@code Content-Encoding}
     */
    static boolean isJson(List<String> types, List<String> encodings) {
        if (types.size() != 1 || !encodings.stream().allMatch("identity"::equalsIgnoreCase)) {
            return false;
        }
        String[] parts = types.get(0).toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=") && !parameter.matches("charset=(utf-8|\"utf-8\")")) {
                return false;
            }
        }
        return true;
    }
}
