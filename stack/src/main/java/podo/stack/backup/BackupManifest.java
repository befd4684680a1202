package podo.stack.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself, its first entry.
 *
 * @param takenAt the moment that the database's part shows, in whole milliseconds; the others are as old or, the bank's, younger
 * @param database {@code mariadb} or {@code mysql}: tables of one can't be created in the other
 * @param databaseBytes what the tables and their indexes took, about
 * @param redisBytes what Redis held in memory
 * @param simulator whether the bank is the simulator, whose journal is in the backup
 */
record BackupManifest(Instant takenAt, String database, long databaseBytes, long redisBytes, boolean simulator) {
    private static final JsonMapper JSON = new JsonMapper();

    void write(OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(this));
    }

    static BackupManifest read(InputStream in) throws IOException {
        return JSON.readValue(in.readAllBytes(), BackupManifest.class);
    }

    /** What a restore needs on the disk: the tables with their logs, which may be twice as large for a while, Redis, Kafka. */
    long neededToRestore() {
        return 2 * databaseBytes + 2 * redisBytes + 400_000_000;
    }
}
