package podo.stack.backup.file;

/** Why nothing was done, in words for the operator; nothing was changed. */
public final class BackupRefused extends RuntimeException {

    public BackupRefused(String message) {
        super(message);
    }
}
