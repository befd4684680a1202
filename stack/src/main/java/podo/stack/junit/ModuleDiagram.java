package podo.stack.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The PlantUML diagram of a service's modules that Spring Modulith's Documenter writes. */
public final class ModuleDiagram {

    private ModuleDiagram() {}

    /** The Documenter's order differs from run to run; sorted, the file changes only with the modules. */
    public static void sort(Path diagram) {
        try {
            List<String> lines = Files.readAllLines(diagram);
            for (String kind : List.of("Component(", "Container(", "Rel(")) {
                Iterator<String> sorted = lines.stream()
                        .filter(line -> line.strip().startsWith(kind))
                        .sorted()
                        .toList()
                        .iterator();
                lines.replaceAll(line -> line.strip().startsWith(kind) ? sorted.next() : line);
            }
            Files.write(diagram, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
