package podo.stack.one;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The class path of one service: its own jar, and of the libraries that all services of this JVM share only those that its jar
 * names. So a library is loaded and compiled once for all, and auto-configuration still sees what the service brings and no more.
 *
 * <p>A library that asks its own class loader what is there sees the libraries of all services. No {@code URLClassLoader}, since that
 * would follow the manifest and load the libraries again.
 */
final class ServiceClassLoader extends SecureClassLoader {

    private static final String OWN_CLASSES = "podo.";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final URL place;
    private final ClassLoader shared;
    private final Set<String> libraries;

    private ServiceClassLoader(String service, Path jar, Set<String> libraries, ClassLoader shared) throws IOException {
        super(service, ClassLoader.getPlatformClassLoader());
        this.jar = new JarFile(jar.toFile());
        this.place = jar.toUri().toURL();
        this.libraries = libraries;
        this.shared = shared;
    }

    /**
     * @param jar of the service; its manifest's {@code Class-Path} names its libraries
     * @param shared loads the libraries of all services
     */
    static ServiceClassLoader of(String service, Path jar, ClassLoader shared) throws IOException {
        var libraries = new HashSet<String>();
        for (var library : libraries(jar)) {
            libraries.add(fileName(library));
        }
        return new ServiceClassLoader(service, jar, libraries, shared);
    }

    /** The main class that the jar's manifest names. */
    static String mainClass(Path jar) throws IOException {
        return attribute(jar, Attributes.Name.MAIN_CLASS);
    }

    /** The libraries that the jar's manifest names, relative to its folder. */
    private static List<String> libraries(Path jar) throws IOException {
        return List.of(attribute(jar, Attributes.Name.CLASS_PATH).split(" "));
    }

    private static String attribute(Path jar, Attributes.Name name) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var value = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue(name);
            if (value == null) {
                throw new IOException(jar + " names no " + name + " in its manifest");
            }
            return value;
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = isOwn(name) ? findClass(name) : visible(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private boolean isOwn(String className) {
        return className.startsWith(OWN_CLASSES) && jar.getEntry(fileOf(className)) != null;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var entry = jar.getJarEntry(fileOf(name));
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (var in = jar.getInputStream(entry)) {
            var bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, new CodeSource(place, (CodeSigner[]) null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            return jar.getEntry(name) == null
                    ? null
                    : URI.create("jar:" + place + "!" + new URI(null, null, "/" + name, null).getRawPath())
                            .toURL();
        } catch (URISyntaxException | MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileOf(String className) {
        return className.replace('.', '/').concat(".class");
    }

    private Class<?> visible(String name) throws ClassNotFoundException {
        var found = shared.loadClass(name);
        var source = found.getProtectionDomain().getCodeSource();
        if (source == null || isVisible(source.getLocation())) {
            return found;
        }
        throw new ClassNotFoundException(name + " is in a library of another service");
    }

    @Override
    public @Nullable URL getResource(String name) {
        try {
            var all = getResources(name);
            return all.hasMoreElements() ? all.nextElement() : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var found = new ArrayList<URL>();
        var own = findResource(name);
        if (own != null) {
            found.add(own);
        }
        for (var resource : Collections.list(shared.getResources(name))) {
            if (isVisible(resource)) {
                found.add(resource);
            }
        }
        return Collections.enumeration(found);
    }

    /** Whether the place is in a library of this service, or in the JDK. */
    private boolean isVisible(@Nullable URL place) {
        if (place == null || place.getProtocol().equals("jrt")) {
            return true;
        }
        var path = place.getPath();
        var end = path.indexOf("!/");
        return libraries.contains(fileName(end < 0 ? path : path.substring(0, end)));
    }

    /** Of a path as URLs and manifests have it, which encode it alike. */
    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
