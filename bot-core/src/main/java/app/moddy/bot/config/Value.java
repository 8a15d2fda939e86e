package app.moddy.bot.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What YAML says, before environment variables and types. */
sealed interface Value {
    /** How far into the file it begins, in characters: faults are told in the file's order. */
    int at();

    /** Keys with their values, in the file's order; each value's place is its key's. */
    record Mapping(int at, Map<String, Value> entries) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        Value get(String key) {
            return entries.getOrDefault(key, new Absent(at));
        }
    }

    /** A list. */
    record Sequence(int at, List<Value> items) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Text as it is written, references to the environment included. */
    record Scalar(int at, String text) implements Value {
        /** Without the text, which may be a secret. */
        @Override
        public String toString() {
            return "Scalar[" + at + "]";
        }
    }

    /** A key without a value, or no key at all; the latter is placed where its section begins. */
    record Absent(int at) implements Value {}
}
