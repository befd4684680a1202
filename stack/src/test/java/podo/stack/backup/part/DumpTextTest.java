package podo.stack.backup.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DumpTextTest {

    @Test
    void everyTextStaysOnItsLine() {
        assertThat(literal("varchar", "it's\n;\r\\ \0\u001a 포도 🍇")).isEqualTo("'it\\'s\\n;\\r\\\\ \\0\\Z 포도 🍇'");
        assertThat(literal("bigint", "-7")).isEqualTo("-7");
        assertThat(literal("binary", "00FF")).isEqualTo("x'00FF'");
        assertThat(literal("datetime", "2026-12-12 10:00:00.123456")).isEqualTo("'2026-12-12 10:00:00.123456'");
        assertThat(literal("varchar", null)).isEqualTo("NULL");
    }

    @Test
    void aStatementEndsWithItsDelimiterAlone() throws IOException {
        var statements = statements("""
                USE `podo_payment`
                ;
                DELIMITER ;;
                CREATE TRIGGER t BEFORE UPDATE ON x FOR EACH ROW BEGIN
                  SET NEW.a = 1;
                END
                ;;
                DELIMITER ;
                INSERT INTO `x` (`a`) VALUES (1);
                ;
                """);
        assertThat(statements.next()).isEqualTo("USE `podo_payment`");
        assertThat(statements.next()).endsWith("SET NEW.a = 1;\nEND");
        assertThat(statements.next()).startsWith("INSERT");
        assertThat(statements.next()).isNull();
        assertThatThrownBy(() -> statements("INSERT INTO").next()).isInstanceOf(IOException.class);
    }

    @Test
    void numbersThatWereGivenAfterTheBackupAreNotGivenAgain() {
        var numbered =
                "CREATE TABLE `a` (\n  `id` bigint(20) NOT NULL AUTO_INCREMENT,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB";
        assertThat(IdGap.widen("podo_user", numbered + " AUTO_INCREMENT=43 DEFAULT CHARSET=utf8mb4"))
                .endsWith("ENGINE=InnoDB AUTO_INCREMENT=1000043 DEFAULT CHARSET=utf8mb4");
        assertThat(IdGap.widen("podo_event", numbered)).endsWith(") AUTO_INCREMENT=1001 ENGINE=InnoDB");
        var unnumbered = "CREATE TABLE `a` (\n  `id` varchar(36) NOT NULL\n) ENGINE=InnoDB";
        assertThat(IdGap.widen("podo_user", unnumbered)).isEqualTo(unnumbered);
        var row = "INSERT INTO `a` (`b`) VALUES (') ENGINE=InnoDB AUTO_INCREMENT=3')";
        assertThat(IdGap.widen("podo_user", row)).isEqualTo(row);
    }

    private static String literal(String type, String value) {
        var sql = new StringBuilder();
        Column.of("c", type).append(sql, value);
        return sql.toString();
    }

    private static SqlStatements statements(String text) {
        return new SqlStatements(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
