package podo.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.servlet.multipart.enabled=false", "logging.level.org.apache.coyote.http11=warn"})
@ExtendWith(OutputCaptureExtension.class)
class WhatTomcatRefusesTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Hello.class)
    static class Application {}

    @RestController
    static class Hello {

        @GetMapping(path = "/hello", produces = "text/plain")
        String hello(@RequestParam(required = false) String name) {
            return "hello " + name;
        }
    }

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /hello?name=%zz HTTP/1.1 | Host: a | 400",
                "GET /hello?name=%ff HTTP/1.1 | Host: a | 400",
                "GET /hello?%00 HTTP/1.1 | Host: a | 400",
                "GET /%2f HTTP/1.1 | Host: a | 400",
                "GET /a%00b HTTP/1.1 | Host: a | 400",
                "GET /hello HTTP/1.1 | Host: a b | 400",
                "GET /hello HTTP/1.1 | X: y | 400",
                "GET /hello HTTP/1.1 | Host: a~Transfer-Encoding: junk | 405",
                "GET /hello HTTP/1.1 | Host: a~Accept: junk | 406",
                "GET /hello HTTP/7 | Host: a | 400",
                "CONNECT a:1 HTTP/1.1 | Host: a:1 | 405",
                "BREW /hello HTTP/1.1 | Host: a | 405",
                "TRACE /hello HTTP/1.1 | Host: a | 405",
                "GET /nowhere HTTP/1.1 | Host: a~Accept: text/html | 404"
            })
    void isAProblemWithoutA5xxAndAtMostOneLineOfLog(String line, String headers, int status, CapturedOutput log)
            throws IOException {
        send("GET /hello HTTP/1.1", "Host: a");
        int before = log.getAll().length();
        String answer = send(line, headers.replace("~", "\r\n"));
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json", "urn:problem:");
        assertThat(log.getAll().substring(before).lines()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void manyLanguagesAreRead() throws IOException {
        assertThat(send("GET /hello HTTP/1.1", "Host: a\r\nAccept-Language: " + "ko,".repeat(100) + "en"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aRefusalSpeaksTheCallersLanguage() throws IOException {
        assertThat(send("GET /%2f HTTP/1.1", "Host: a\r\nAccept-Language: ko")).contains("요청을 읽을 수 없습니다");
    }

    @Test
    void aThousandParametersTooManyAreRefusedInOneLine(CapturedOutput log) throws IOException {
        send("GET /hello HTTP/1.1", "Host: a");
        int before = log.getAll().length();
        assertThat(send("GET /hello?" + "a=1&".repeat(1100) + " HTTP/1.1", "Host: a"))
                .startsWith("HTTP/1.1 400");
        assertThat(log.getAll().substring(before).lines()).hasSize(1);
    }

    private String send(String line, String headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            List<String> lines = List.of(line, headers, "Connection: close", "", "");
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
