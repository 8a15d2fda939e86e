package app.moddy.bot.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator's files that can be used from those that can not: each by itself, over all plugins. */
final class OperatorFiles {
    private static final Logger log = LoggerFactory.getLogger(OperatorFiles.class);

    private final TemplateLoader loader;
    private final Collection<PluginTexts> plugins;
    private final Set<String> absent;

    /** @param absent plugins that do not run: what is said for nobody else may be for them */
    OperatorFiles(TemplateLoader loader, Collection<PluginTexts> plugins, Set<String> absent) {
        this.loader = loader;
        this.plugins = plugins;
        this.absent = absent;
    }

    /**
     * The folder's files; in place of each faulty one the version of it that is used so far. A folder that can not be
     * listed says nothing of any file: all stay.
     *
     * @param faults all that is wrong is added
     */
    Map<DiscordLocale, OperatorFile> usable(
            OperatorFolder folder, Map<DiscordLocale, OperatorFile> used, List<TemplateFault> faults) {
        Map<DiscordLocale, OperatorFile> read;
        try {
            read = folder.read(faults);
        } catch (IOException e) {
            faults.add(folder.fault(e));
            return used;
        }
        Map<DiscordLocale, OperatorFile> usable = new EnumMap<>(DiscordLocale.class);
        read.forEach((language, file) -> {
            List<TemplateFault> own = faultsOf(file, file.equals(used.get(language)));
            faults.addAll(own);
            if (own.isEmpty()) {
                usable.put(language, file);
            }
        });
        Set<DiscordLocale> faulty = faults.stream().map(TemplateFault::language).collect(Collectors.toSet());
        used.forEach((language, file) -> {
            if (faulty.contains(language)) {
                usable.putIfAbsent(language, file);
            }
        });
        return usable;
    }

    private List<TemplateFault> faultsOf(OperatorFile file, boolean isUsed) {
        List<TemplateFault> faults = new ArrayList<>();
        List<PluginWording> loaded = plugins.stream()
                .map(plugin -> loader.load(plugin, List.of(file), faults))
                .toList();
        List<TemplateFault> ofNobody = new ArrayList<>();
        file.root(ofNobody).ifPresent(KnownKeys.all(loaded)::refuseOthers);
        ofNobody.removeAll(faults);
        if (absent.isEmpty()) {
            faults.addAll(ofNobody);
        } else if (!isUsed) {
            ofNobody.forEach(fault -> log.info("Left out, perhaps for {}, which does not run: {}", absent, fault));
        }
        return faults;
    }

    /** The names of the files that differ. */
    static List<String> difference(Map<DiscordLocale, OperatorFile> before, Map<DiscordLocale, OperatorFile> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(language ->
                        !Optional.ofNullable(before.get(language)).equals(Optional.ofNullable(after.get(language))))
                .map(language -> Optional.ofNullable(after.get(language))
                        .or(() -> Optional.ofNullable(before.get(language)))
                        .map(OperatorFile::name)
                        .orElseThrow())
                .sorted()
                .toList();
    }
}
