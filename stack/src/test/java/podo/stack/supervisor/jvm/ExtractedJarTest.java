package podo.stack.supervisor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedJarTest {
    private static final Instant MORNING = Instant.parse("2026-11-29T07:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void packingTheSameClassesAgainFindsTheSameCache() throws Exception {
        var before = extract(MORNING, "own", "door");
        Files.writeString(before.cache(options("auto")).file(), "cache");

        var after = extract(NOON, "own", "door");

        assertThat(after.file()).isEqualTo(before.file());
        assertThat(after.cache(options("auto")).exists()).isTrue();
    }

    @Test
    void aChangedClassHasABuildOfItsOwn() throws Exception {
        var before = extract(MORNING, "own", "door");

        assertThat(extract(MORNING, "changed", "door").file()).isNotEqualTo(before.file());
    }

    @Test
    void aChangedClassOfAModuleOfOursHasABuildOfItsOwn() throws Exception {
        var before = extract(MORNING, "own", "door");

        assertThat(extract(MORNING, "own", "gate").file()).isNotEqualTo(before.file());
    }

    @Test
    void theBuildBeforeIsKeptAndOlderOnesAreDeleted() throws Exception {
        var builds =
                List.of(extract(MORNING, "1", "door"), extract(MORNING, "2", "door"), extract(MORNING, "3", "door"));

        assertThat(builds).extracting(build -> Files.exists(build.file())).containsExactly(false, true, true);
    }

    @Test
    void theJarNamesItsClassAndItsLibraries() throws Exception {
        var extracted = extract(MORNING, "own", "door");

        try (var jar = new JarFile(extracted.file().toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Main-Class")).isEqualTo(FakeService.class.getName());
            assertThat(manifest.getValue("Class-Path")).isEqualTo("lib/starter-1.0.jar");
            assertThat(jar.stream()).extracting(Object::toString).contains("podo/fake/Own.class");
            assertThat(jar.stream()).extracting(Object::toString).noneMatch(name -> name.contains("springframework"));
        }
        assertThat(extracted.file().resolveSibling("lib").resolve("starter-1.0.jar"))
                .exists();
    }

    @Test
    void aLibraryThatTwoServicesUseIsStoredOnce() throws Exception {
        var one = extract("one", MORNING, "own", "door");
        var two = extract("two", MORNING, "other", "door");

        assertThat(Files.isSameFile(library(one), library(two))).isTrue();
    }

    @Test
    void theCompilersShareACacheAndOtherJdksHaveTheirOwn() throws Exception {
        var extracted = extract(MORNING, "own", "door");

        assertThat(extracted.cache(options("full"))).isEqualTo(extracted.cache(options("c1")));
        assertThat(options("full").fingerprint()).matches("[0-9a-f]{8}");
    }

    private ExtractedJar extract(Instant packedAt, String ownClass, String library) throws IOException {
        return extract("fake", packedAt, ownClass, library);
    }

    private ExtractedJar extract(String service, Instant packedAt, String ownClass, String library) throws IOException {
        var jar = FakeService.pack(folder.resolve(service).resolve("fake-1.0.jar"), packedAt, ownClass, library);
        return ExtractedJar.of(jar, folder.resolve("builds").resolve(service));
    }

    private static Path library(ExtractedJar extracted) {
        return extracted.file().resolveSibling("lib").resolve("starter-1.0.jar");
    }

    private static JvmOptions options(String jit) {
        return new JvmOptions(jit, "auto");
    }
}
