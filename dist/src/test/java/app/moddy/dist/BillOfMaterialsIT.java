package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the zip says it is made of, for whoever looks for a library with a hole. */
class BillOfMaterialsIT {
    @TempDir
    private Path folder;

    @Test
    void listsEachJarOfTheZipWithItsLicence() throws Exception {
        assumeThat(System.getProperty("moddy.build"))
                .as("its plugin works online only")
                .isEqualTo("offline: false");
        Unpacked moddy = Unpacked.into(folder);
        JsonNode bill = new ObjectMapper().readTree(Files.readString(moddy.top().resolve("sbom.json")));
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<String> jars = new ArrayList<>();
        for (JsonNode part : bill.path("components")) {
            jars.add(part.path("name").asText() + ".jar");
            boolean isOurs = part.path("group").asText().equals("app.moddy");
            assertThat(isOurs || !part.path("licenses").isEmpty())
                    .as("%s", part)
                    .isTrue();
        }
        List<String> zipped = new ArrayList<>(moddy.names("lib"));
        zipped.addAll(moddy.names("plugins"));
        zipped.remove("dist.jar"); // that is what the bill is of
        assertThat(jars).containsExactlyInAnyOrderElementsOf(zipped);
    }
}
