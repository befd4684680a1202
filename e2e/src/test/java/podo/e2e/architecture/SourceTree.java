package podo.e2e.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The files of this repository and the modules that its root pom.xml lists. */
final class SourceTree {

    static final Path ROOT = root();

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".podo", ".mvn", "node_modules");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    private SourceTree() {}

    /** Folders of the modules, in the order in which they are built. */
    static List<Path> modules() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> ROOT.resolve(module.group(1)))
                .toList();
    }

    /** Java files of main code. */
    static List<Path> mainSources() {
        return inModules("src/main/java", ".java");
    }

    /** Java files of tests. */
    static List<Path> testSources() {
        return inModules("src/test/java", ".java");
    }

    static List<Path> inModules(String folder, String... endings) {
        return modules().stream()
                .flatMap(module -> files(module.resolve(folder), endings).stream())
                .toList();
    }

    /** The files below a folder whose names end in one of these, without what a build or a tool writes; none if there is no folder. */
    static List<Path> files(Path folder, String... endings) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(visited.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (List.of(endings).stream().anyMatch(file.toString()::endsWith)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first group of each match in the file. */
    static List<String> findAll(Pattern pattern, Path file) {
        return pattern.matcher(text(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    static String relative(Path file) {
        return ROOT.relativize(file).toString();
    }

    /** The class that a Java file is named after. */
    static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("config-repo"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder with config-repo/ above " + Path.of("").toAbsolutePath());
    }
}
