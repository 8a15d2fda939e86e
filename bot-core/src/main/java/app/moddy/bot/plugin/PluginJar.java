package app.moddy.bot.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.ServiceLoader;
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
