/** The file of a backup: a header, a ZIP archive that is encrypted where a passphrase was given, and a checksum over both. */
@NullMarked
package podo.stack.backup.file;

import org.jspecify.annotations.NullMarked;
