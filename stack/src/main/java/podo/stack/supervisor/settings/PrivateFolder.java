package podo.stack.supervisor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder that only its owner can enter: it holds passwords, sessions, messages and the simulator's payments. */
final class PrivateFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateFolder() {}

    /**
     * Creates the folder with mode 0700, or takes the rights of others away from one that is there.
     *
     * @throws CannotStart when the folder is another user's or everybody may write into it, like {@code /tmp}
     */
    static void ensure(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            if (folder.getParent() != null) {
                Files.createDirectories(folder.getParent());
            }
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        var rights = Files.getPosixFilePermissions(folder);
        if (rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw refused(folder, "every user may write into it");
        }
        var owner = Files.getOwner(folder).getName();
        var user = System.getProperty("user.name");
        if (!owner.equals(user) && !"root".equals(user)) {
            throw refused(folder, "it belongs to " + owner);
        }
        if (!OWNER_ONLY.containsAll(rights)) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder))) {
            throw refused(folder, "other users can read it, and its mode can't be changed");
        }
    }

    private static CannotStart refused(Path folder, String reason) {
        return new CannotStart("PODO_HOME=" + folder + " is not safe for secrets and data: " + reason
                + ". Name a folder of its own, which only you can read.");
    }
}
