package app.moddy.bot.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

/**
 * A jar in the plugins folder. Its classes and resources come from a loader of its own, which stays open until the program
 * ends: what a plugin has left running may still need it.
 *
 * @param parent what it sees besides itself
 */
record PluginJar(Path file, ClassLoader parent) implements PluginSource {
    private static final String SERVICES = "META-INF/services/" + BotPlugin.class.getName();
    private static final String NO_PLUGIN =
            "has no services file, so it is no plugin: a library belongs into the jar of"
                    + " the plugin that uses it; in a plugin of yours that file is missing or misspelt";

    @Override
    public String jar() {
        return file.getFileName().toString();
    }

    @Override
    public Iterator<BotPlugin> plugins() {
        requirePlugin();
        URLClassLoader own = new URLClassLoader(jar(), new URL[] {url()}, parent);
        return ServiceLoader.load(BotPlugin.class, own).iterator();
    }

    @Override
    public OwnPackages packages() {
        try (JarFile content = new JarFile(file.toFile());
                InputStream services = content.getInputStream(content.getEntry(SERVICES))) {
            return OwnPackages.of(new String(services.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList());
        } catch (IOException | RuntimeException e) { // no jar, or no plugin: then it has no code of its own
            return new OwnPackages(Set.of());
        }
    }

    @Override
    public List<String> lacks(BotPlugin plugin) {
        return new JarCode(file, plugin.getClass().getClassLoader(), OwnPackages.of(plugin)).faults();
    }

    private URL url() {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file always has a URL", e);
        }
    }

    /** The class loader would say nothing of a jar that it can not read, and find nothing in it. */
    private void requirePlugin() {
        if (Files.isDirectory(file)) {
            throw new PluginFault("is a folder; put the plugin's jar itself into the plugins folder");
        }
        if (Files.exists(file) && !file.toFile().exists()) { // the path keeps the name's bytes, the text of it does not
            throw new PluginFault("has a name with letters that the system's locale does not have; give the file a name"
                    + " of a-z, 0-9, '-' and '.', or run the bot in a UTF-8 locale (LC_ALL=C.UTF-8)");
        }
        try (JarFile content = new JarFile(file.toFile())) {
            if (content.getEntry(SERVICES) == null) {
                throw new PluginFault(NO_PLUGIN, NO_PLUGIN + " (" + SERVICES + ")");
            }
        } catch (ZipException e) {
            throw new PluginFault("is no jar, or not all of it (" + e.getMessage() + "); copy it again");
        } catch (AccessDeniedException e) {
            throw new PluginFault("can not be read; look at its permissions");
        } catch (IOException e) {
            throw new PluginFault("can not be read (" + e.getClass().getSimpleName() + "); copy it again");
        }
    }
}
