package app.moddy.bot.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A jar of sources that are compiled against the bot, and of files. */
public final class TestJar {
    private static final String SERVICES = "META-INF/services/app.moddy.bot.plugin.BotPlugin";

    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final List<String> dropped = new ArrayList<>();
    private int classFileVersion;

    /** With nothing in it. */
    public static TestJar empty() {
        return new TestJar();
    }

    /**
     * A plugin of one class, {@code shop.ShopPlugin}, with the usual imports.
     *
     * @param name the plugin's
     * @param body the class's members besides {@code name()}
     */
    public static TestJar plugin(String name, String body) {
        return empty().services("shop.ShopPlugin").source("shop.ShopPlugin", """
                        package shop;
                        import app.moddy.bot.command.*;
                        import app.moddy.bot.http.*;
                        import app.moddy.bot.message.*;
                        import app.moddy.bot.plugin.*;
                        import com.google.inject.Injector;
                        import jakarta.inject.Inject;
                        import java.util.*;
                        import java.util.concurrent.*;
                        import net.dv8tion.jda.api.interactions.commands.build.*;
                        public final class ShopPlugin extends BotPlugin {
                            @Override public String name() { return "%s"; }
                            %s
                        }
                        """.formatted(name, body));
    }

    /** A class of its own. */
    public TestJar source(String type, String java) {
        sources.put(type, java);
        return this;
    }

    /** What its services file says. */
    public TestJar services(String text) {
        return file(SERVICES, text);
    }

    /** A resource. */
    public TestJar file(String path, String text) {
        entries.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** All that is in a library's jar. */
    public TestJar library(Path jar) throws IOException {
        try (JarFile library = new JarFile(jar.toFile())) {
            for (JarEntry entry : library.stream().toList()) {
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/MANIFEST")) {
                    entries.put(entry.getName(), library.getInputStream(entry).readAllBytes());
                }
            }
        }
        return this;
    }

    /** Compiled, and then not packed. */
    public TestJar without(String type) {
        dropped.add(type.replace('.', '/') + ".class");
        return this;
    }

    /** As if it had been built for this Java. */
    public TestJar builtFor(int java) {
        classFileVersion = java + 44;
        return this;
    }

    /** Writes it. */
    public Path write(Path jar) throws IOException {
        Map<String, byte[]> content = new TreeMap<>(entries);
        compiled().forEach((path, bytes) -> content.put(path, bytes));
        dropped.forEach(content::remove);
        addFolders(content);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    /** As Maven writes them: Flyway looks for folders. */
    private static void addFolders(Map<String, byte[]> content) {
        for (String path : List.copyOf(content.keySet())) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                content.putIfAbsent(path.substring(0, slash + 1), new byte[0]);
            }
        }
    }

    private Map<String, byte[]> compiled() throws IOException {
        if (sources.isEmpty()) {
            return Map.of();
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (Output output = new Output(javac.getStandardFileManager(null, null, StandardCharsets.UTF_8))) {
            List<String> options = List.of("--release", "17", "-proc:none", "-parameters");
            boolean isCompiled =
                    javac.getTask(null, output, null, options, null, units()).call();
            if (!isCompiled) {
                throw new AssertionError("javac, whose messages are above, refuses " + sources.keySet());
            }
            Map<String, byte[]> classes = new HashMap<>();
            output.classes.forEach((path, bytes) -> classes.put(path, versioned(bytes.toByteArray())));
            return classes;
        }
    }

    private byte[] versioned(byte[] bytes) {
        if (classFileVersion > 0) {
            bytes[7] = (byte) classFileVersion;
        }
        return bytes;
    }

    private Collection<JavaFileObject> units() {
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((type, text) -> units.add(
                new SimpleJavaFileObject(
                        URI.create("source:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                }));
        return units;
    }

    /** Keeps classes in memory. */
    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Output(JavaFileManager usual) {
            super(usual);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
            String path = type.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("class:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(path, any -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
