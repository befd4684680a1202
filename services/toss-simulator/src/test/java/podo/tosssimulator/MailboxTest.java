package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent by SMTP can be read over HTTP, newest first, and never fills the memory. */
@SimulatorTest
@TestPropertySource(properties = {"podo.simulator.mailbox.most=5", "podo.simulator.mailbox.each=100KB"})
class MailboxTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private final String fan = "Fan+" + UUID.randomUUID() + "@Example.com";

    @Test
    void aMailIsReadAsItWasSent() throws Exception {
        send(fan, "예매 완료: 달오름 투어", "본문\n.한 줄\n", null);
        JsonNode mail = list(fan).get(0);
        assertThat(mail.path("to").asString()).isEqualTo(fan.toLowerCase());
        assertThat(mail.path("subject").asString()).isEqualTo("예매 완료: 달오름 투어");
        assertThat(mail.path("text").asString()).contains("본문", ".한 줄");
        assertThat(mail.path("html").asString()).contains("<b>본문</b>");
        assertThat(mail.path("sentAt").asString()).matches("\\d{4}-.*Z");
        JsonNode file = mail.path("attachments").get(0);
        assertThat(file.path("name").asString()).isEqualTo("podo.ics");
        assertThat(file.path("type").asString()).isEqualTo("text/calendar");
        HttpResponse<String> bytes =
                call("/mail/api/messages/" + mail.path("id").asString() + "/attachments/podo.ics");
        assertThat(bytes.statusCode()).isEqualTo(200);
        assertThat(bytes.body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(file.path("size").asInt()).isEqualTo(bytes.body().length());
    }

    @Test
    void theNewestIsFirstAndOthersSeeNothing() throws Exception {
        send(fan, "first", "1", null);
        send(fan, "second", "2", null);
        assertThat(list(fan).get(0).path("subject").asString()).isEqualTo("second");
        assertThat(list(fan).get(1).path("subject").asString()).isEqualTo("first");
        assertThat(list("other@example.com").isEmpty()).isTrue();
    }

    @Test
    void theSameMailTwiceIsOne() throws Exception {
        send(fan, "once", "1", "<same@podo>");
        send(fan, "once", "1", "<same@podo>");
        assertThat(list(fan).size()).isEqualTo(1);
    }

    @Test
    void onlyTheNewestAreKept() throws Exception {
        for (int i = 0; i < 8; i++) {
            send(fan, "mail " + i, "text", null);
        }
        assertThat(list(fan).size()).isEqualTo(5);
        assertThat(list(fan).get(0).path("subject").asString()).isEqualTo("mail 7");
    }

    @Test
    void aMailThatIsTooLongIsRefused() throws Exception {
        assertThatThrownBy(() -> send(fan, "long", "x".repeat(300_000), null)).hasMessageContaining("552");
        assertThat(list(fan).isEmpty()).isTrue();
        send(fan, "short", "x", null);
        assertThat(list(fan).size()).isEqualTo(1);
    }

    @Test
    void peopleReadItToo() throws Exception {
        send(fan, "<script>alert(1)</script>", "http://localhost:8080/password/reset?token=abc", null);
        assertThat(call("/mail").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        String id = list(fan).get(0).path("id").asString();
        HttpResponse<String> page = call("/mail/" + id);
        assertThat(page.body()).contains("href=\"http://localhost:8080/password/reset?token=abc\"", "sandbox");
        HttpResponse<String> html = call("/mail/api/messages/" + id + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
    }

    @Test
    void whatIsNotThereIs404() throws Exception {
        assertThat(call("/mail/api/messages/nosuch").statusCode()).isEqualTo(404);
        assertThat(call("/mail/nosuch").statusCode()).isEqualTo(404);
        send(fan, "s", "t", null);
        String id = list(fan).get(0).path("id").asString();
        assertThat(call("/mail/api/messages/" + id + "/attachments/nosuch").statusCode())
                .isEqualTo(404);
    }

    private JsonNode list(String to) throws Exception {
        HttpResponse<String> answer = call("/mail/api/messages?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> call(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, String subject, String text, String messageId) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws jakarta.mail.MessagingException {
                if (messageId == null) {
                    super.updateMessageID();
                } else {
                    setHeader("Message-ID", messageId);
                }
            }
        };
        message.setFrom(new InternetAddress("no-reply@podo.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<b>" + text.strip().lines().findFirst().orElse("") + "</b>", "text/html; charset=UTF-8");
        MimeMultipart both = new MimeMultipart("alternative", plain, html);
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(both);
        MimeBodyPart file = new MimeBodyPart();
        file.setContent("BEGIN:VCALENDAR", "text/calendar; charset=UTF-8");
        file.setFileName("podo.ics");
        message.setContent(new MimeMultipart("mixed", body, file));
        Transport.send(message);
    }

    /** The receiver's port, which is free and so another one in each test. */
    private int smtpPort() throws Exception {
        Object receiver = context.getBean("smtpReceiver");
        var port = receiver.getClass().getDeclaredMethod("port");
        port.setAccessible(true);
        return (int) port.invoke(receiver);
    }
}
