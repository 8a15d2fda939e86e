package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be read in the zip: it leads nowhere else, and everybody may read it. */
class DocumentsIT {
    /** A link within the documents: the file, without the place in it. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:|#)([^)#\\s]+)[^)]*\\)");

    @TempDir
    private Path folder;

    private Path top;

    @BeforeEach
    void unpack() throws IOException {
        top = Unpacked.into(folder).top();
    }

    private List<Path> files(String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> top.relativize(file).toString().matches(pattern))
                    .toList();
        }
    }

    @Test
    void everyLinkLeadsToWhatIsInTheZip() throws Exception {
        List<Path> documents = files(".*\\.md");
        assertThat(documents).hasSizeGreaterThan(5);
        for (Path document : documents) {
            List<String> links = LINK.matcher(Files.readString(document))
                    .results()
                    .map((MatchResult link) -> link.group(1))
                    .toList();
            for (String link : links) {
                assertThat(document.resolveSibling(link).normalize())
                        .as("%s links %s", top.relativize(document), link)
                        .exists()
                        .startsWithRaw(top);
            }
        }
    }

    @Test
    void everyLicenceThatALibraryHasCanBeRead() throws Exception {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(top.resolve("licences.txt"))) {
            Matcher licences = Pattern.compile("^ +((?:\\([^()]+\\) )+)").matcher(line);
            if (licences.find()) {
                names.addAll(List.of(
                        licences.group(1).strip().replaceAll("^\\(|\\)$", "").split("\\) \\(")));
            }
        }
        assertThat(names).hasSizeGreaterThan(3);
        assertThat(files("licences/.*"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .map(name -> name.replace(' ', '-') + ".txt")
                        .toList());
        for (Path text : files("licences/.*")) {
            assertThat(text).content().hasSizeGreaterThan(200);
        }
    }

    @Test
    void everybodyMayReadAllAndOnlyTheOwnerMayWrite() throws Exception {
        for (Path file : files("[^/]*|(docs|deploy|examples|licences)/.*")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(top.relativize(file).toString())
                    .isEqualTo("rw-r--r--");
        }
    }
}
