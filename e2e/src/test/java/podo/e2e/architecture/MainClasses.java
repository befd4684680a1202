package podo.e2e.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Where ArchUnit finds the compiled main code of all modules: their {@code target/classes}. */
class MainClasses implements LocationProvider {

    private static final String CLASSES = "/target/classes/";

    /** A module with main code that is not compiled fails the tests: its rules would pass unseen. */
    @Override
    public Set<Location> get(Class<?> testClass) {
        Set<Location> locations = new HashSet<>();
        for (Path module : SourceTree.modules()) {
            if (SourceTree.files(module.resolve("src/main/java"), ".java").isEmpty()) {
                continue;
            }
            Path classes = module.resolve("target/classes");
            if (SourceTree.files(classes.resolve("podo"), ".class").isEmpty()) {
                throw new IllegalStateException(SourceTree.relative(module)
                        + " is not compiled; run ./mvnw compile in the repository's root first");
            }
            locations.add(Location.of(classes));
        }
        return locations;
    }

    /** Leaves out classes whose source file is gone: an incremental build keeps them in {@code target/classes}. */
    static final class WithSource implements ImportOption {

        @Override
        public boolean includes(Location location) {
            String path = location.asURI().getPath();
            int split = path.lastIndexOf(CLASSES);
            if (split < 0) {
                return false;
            }
            String name = path.substring(split + CLASSES.length()).replaceAll("(\\$.*)?\\.class$", "");
            return Files.exists(Path.of(path.substring(0, split), "src/main/java", name + ".java"));
        }
    }
}
