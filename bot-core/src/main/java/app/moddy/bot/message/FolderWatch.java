package app.moddy.bot.message;

import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the operator's folder and keeps an eye on it. It looks, instead of being told by the operating system, which knows
 * nothing of what others write on a mounted volume.
 */
@Singleton
final class FolderWatch implements OperatorTemplates {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final WordingRegistry wording;
    private final OperatorFolder folder;
    private final Timer timer;
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
    private @Nullable SortedMap<String, OperatorFolder.Stamp> read;
    private @Nullable SortedMap<String, OperatorFolder.Stamp> seen;
    private Set<TemplateFault> logged = Set.of();

    @Inject
    FolderWatch(WordingRegistry wording, MessageSettings settings, Timer timer) {
        this.wording = wording;
        this.folder = new OperatorFolder(Path.of(settings.templatesFolder()));
        this.timer = timer;
    }

    @Override
    public void whenCommandsChange(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void begin(Collection<String> absent) {
        wording.complete(absent);
        reload();
        timer.after(EVERY, this::look);
    }

    @Override
    public synchronized Reload readOnce(Collection<String> absent) {
        wording.complete(absent);
        return wording.reload(folder);
    }

    /** A file that is being written changes again: it is read once it has been the same for one look. */
    private void look() {
        try {
            if (isSettled(folder.stamps())) {
                reload();
            }
        } catch (IOException e) {
            reload(); // says so as a fault
        } finally {
            timer.after(EVERY, this::look);
        }
    }

    private synchronized boolean isSettled(SortedMap<String, OperatorFolder.Stamp> now) {
        boolean settled = now.equals(seen) && !now.equals(read);
        seen = now;
        return settled;
    }

    @Override
    public Reload reload() {
        Map<DiscordLocale, Map<String, String>> before = wording.now().words();
        Reload reload = readFolder();
        if (!before.equals(wording.now().words())) {
            tasks.forEach(Runnable::run);
        }
        return reload;
    }

    private synchronized Reload readFolder() {
        read = stampsOrNull(); // before reading: what is written meanwhile is read again
        Reload reload = wording.reload(folder);
        reload.faults().stream()
                .filter(fault -> !logged.contains(fault))
                .forEach(fault -> log.error("A file of the operator's templates is not used: {}", fault));
        if (reload.faults().isEmpty() && !logged.isEmpty()) {
            log.info("All files of the operator's templates are used again");
        }
        logged = Set.copyOf(reload.faults());
        if (!reload.changed().isEmpty()) {
            log.info("The operator's templates are read: {}", String.join(", ", reload.changed()));
        }
        return reload;
    }

    private @Nullable SortedMap<String, OperatorFolder.Stamp> stampsOrNull() {
        try {
            return folder.stamps();
        } catch (IOException e) {
            return null; // reading it says why
        }
    }
}
