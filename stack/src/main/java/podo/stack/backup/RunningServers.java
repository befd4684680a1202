package podo.stack.backup;

import java.io.IOException;
import java.util.Locale;
import podo.stack.backup.file.BackupRefused;
import podo.stack.server.Database;
import podo.stack.server.Kafka;
import podo.stack.server.KafkaAccounts;
import podo.stack.server.Redis;
import podo.stack.server.RedisAcl;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSecrets;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;

/** The servers of the stack that is up, with their ports and the operator's passwords. */
record RunningServers(Database database, Redis redis, Kafka kafka) {

    static RunningServers of(StackFolders folders, StackSettings settings) throws IOException {
        var run = new RunFolder(folders);
        var secrets = StackSecrets.of(folders, settings);
        var admin = secrets.password("PODO_DB_ADMIN_PASSWORD");
        var mySql = run.find("mysql").isPresent();
        int databasePort = port(run, mySql ? "mysql" : "mariadb");
        return new RunningServers(
                mySql
                        ? Database.mySql(folders.data("mysql"), databasePort, admin)
                        : Database.mariaDb(folders.data("mariadb"), databasePort, admin),
                new Redis(
                        folders.data("redis"),
                        port(run, "redis"),
                        new RedisAcl(account -> secrets.password("PODO_REDIS_PASSWORD_" + variable(account)))),
                new Kafka(
                        folders.data("kafka"),
                        port(run, "kafka"),
                        0,
                        new KafkaAccounts(account -> secrets.password("PODO_KAFKA_PASSWORD_" + variable(account)))));
    }

    private static int port(RunFolder run, String server) {
        return run.find(server)
                .filter(entry -> entry.process().isPresent())
                .orElseThrow(() -> new BackupRefused(server
                        + " is not running: a backup is taken of a stack that is up (./podo up, ./podo status)."))
                .port();
    }

    private static String variable(String account) {
        return account.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
