package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Extracts a Boot jar as {@code -Djarmode=tools … extract} does: a jar of the application's own classes whose manifest names its
 * libraries, and a folder of those. It costs no JVM of its own, and a library that several services use is stored once, as hard links.
 */
final class JarExtraction {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final Set<String> OF_THE_LAUNCHER = Set.of("Main-Class", "Start-Class", "Class-Path");

    private final JarFile jar;
    private final Path libraries;

    /** @param libraries the folder in which the libraries of all services are stored once */
    JarExtraction(JarFile jar, Path libraries) {
        this.jar = jar;
        this.libraries = libraries;
    }

    /** @param name of the new jar in the folder */
    void extractTo(Path folder, String name) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        var classPath = new ArrayList<String>();
        for (var line : lines("BOOT-INF/classpath.idx")) {
            // each line is - "BOOT-INF/lib/name.jar"
            var library = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
            var file = library.substring(library.lastIndexOf('/') + 1);
            link(jar.getJarEntry(library), folder.resolve("lib").resolve(file));
            classPath.add("lib/" + file);
        }
        try (var out = new JarOutputStream(Files.newOutputStream(folder.resolve(name)), manifest(classPath))) {
            for (var entry : jar.stream().filter(JarExtraction::isOwn).toList()) {
                copy(entry, out);
            }
        }
    }

    /** Own classes, and Maven's notes; neither Boot's loader nor its indexes, which only its launcher reads. */
    private static boolean isOwn(JarEntry entry) {
        var name = entry.getName();
        return name.startsWith(CLASSES) && !name.equals(CLASSES) || name.startsWith("META-INF/maven/");
    }

    private void copy(JarEntry entry, JarOutputStream out) throws IOException {
        var name = entry.getName();
        var copy = new JarEntry(name.startsWith(CLASSES) ? name.substring(CLASSES.length()) : name);
        copy.setTime(entry.getTime());
        copy.setMethod(JarEntry.STORED);
        copy.setSize(entry.getSize());
        copy.setCrc(entry.getCrc());
        out.putNextEntry(copy);
        try (var in = jar.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private void link(JarEntry library, Path target) throws IOException {
        var stored =
                libraries.resolve("%08x-%x-%s".formatted(library.getCrc(), library.getSize(), target.getFileName()));
        if (!Files.exists(stored)) {
            store(library, stored);
        }
        try {
            Files.createLink(target, stored);
        } catch (UnsupportedOperationException | IOException e) {
            // a file system without hard links, or one whose copy another process is just replacing
            Files.copy(stored, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void store(JarEntry library, Path stored) throws IOException {
        Files.createDirectories(libraries);
        var newFile = Files.createTempFile(libraries, "new", ".jar");
        try (var in = jar.getInputStream(library)) {
            Files.copy(in, newFile, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            // never replaced, because a cache remembers the time of the file
            Files.createLink(stored, newFile);
        } catch (FileAlreadyExistsException e) {
            // another service stored it meanwhile
        } catch (UnsupportedOperationException | IOException e) {
            Files.move(newFile, stored, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(newFile);
        }
    }

    private Manifest manifest(List<String> classPath) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        var original = jar.getManifest().getMainAttributes();
        original.forEach((name, value) -> {
            if (!OF_THE_LAUNCHER.contains(name.toString())
                    && (!name.toString().startsWith("Spring-Boot-")
                            || name.toString().endsWith("-Version"))) {
                attributes.put(name, value);
            }
        });
        attributes.put(Attributes.Name.MAIN_CLASS, original.getValue("Start-Class"));
        attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
        return manifest;
    }

    private List<String> lines(String entry) throws IOException {
        try (var in = jar.getInputStream(jar.getJarEntry(entry))) {
            return new String(in.readAllBytes()).lines().toList();
        }
    }
}
