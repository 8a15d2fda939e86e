package app.moddy.bot.plugin;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads which classes a class file refers to (JVM specification, chapter 4). An annotation is none, unless it is used otherwise,
 * too: annotations need not be there at run time, though those that are nested stand in the list of nested classes.
 */
final class ClassFile {
    private static final int ANNOTATION = 0x2000;

    private final DataInputStream in;
    private final Map<Integer, String> texts = new HashMap<>();
    /** Index of each class in the pool → index of its name. */
    private final Map<Integer, Integer> classes = new HashMap<>();
    /** The classes whose fields and methods are used. */
    private final Set<Integer> owners = new HashSet<>();

    private ClassFile(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * The names of the classes, with dots.
     *
     * @throws IOException when it is no class file
     */
    static Set<String> references(InputStream in) throws IOException {
        return new ClassFile(in).references();
    }

    private Set<String> references() throws IOException {
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("no class file");
        }
        in.readInt(); // its version
        readPool();
        in.readUnsignedShort(); // its access
        Set<Integer> used = new HashSet<>(owners);
        in.readUnsignedShort(); // itself
        used.add(in.readUnsignedShort());
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            used.add(in.readUnsignedShort());
        }
        skipMembers();
        skipMembers();
        Set<Integer> annotations = nestedAnnotations();
        return classes.keySet().stream()
                .filter(index -> used.contains(index) || !annotations.contains(index))
                .map(index -> texts.getOrDefault(classes.get(index), ""))
                .map(ClassFile::plainName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private void readPool() throws IOException {
        int end = in.readUnsignedShort();
        for (int index = 1; index < end; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, in.readUTF());
                case 7 -> classes.put(index, in.readUnsignedShort());
                case 9, 10, 11 -> {
                    owners.add(in.readUnsignedShort());
                    in.readUnsignedShort();
                }
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++; // they take two places
                }
                default -> throw new IOException("constant of kind " + tag);
            }
        }
    }

    private void skipMembers() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(6);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
            }
        }
    }

    private Set<Integer> nestedAnnotations() throws IOException {
        Set<Integer> annotations = new HashSet<>();
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
            String name = texts.get(in.readUnsignedShort());
            long length = Integer.toUnsignedLong(in.readInt());
            if (!"InnerClasses".equals(name)) {
                in.skipNBytes(length);
                continue;
            }
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                List<Integer> itselfAndAround = List.of(in.readUnsignedShort(), in.readUnsignedShort());
                in.skipNBytes(2); // its simple name
                if ((in.readUnsignedShort() & ANNOTATION) != 0) {
                    annotations.addAll(itselfAndAround);
                }
            }
        }
        return annotations;
    }

    /** Of an array that of its elements; of one of numbers none. */
    private static String plainName(String name) {
        String dotted = name.replace('/', '.');
        if (!dotted.startsWith("[")) {
            return dotted;
        }
        int element = dotted.lastIndexOf('[') + 1;
        return dotted.charAt(element) == 'L' ? dotted.substring(element + 1, dotted.length() - 1) : "";
    }
}
