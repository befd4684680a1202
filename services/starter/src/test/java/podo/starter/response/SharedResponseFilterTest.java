package podo.starter.response;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SharedResponseFilterTest {

    private static final String LONG = "grape ".repeat(500);

    private final SharedResponses responses = new SharedResponses(Duration.ofMinutes(1), 1_000_000);
    private final SharedResponseFilter filter = new SharedResponseFilter(
            responses,
            request -> request.getHeader("Authorization") == null ? "all" : null,
            "public, max-age=1",
            "Authorization");
    private final AtomicInteger renderings = new AtomicInteger();

    private final FilterChain chain = (request, response) -> {
        HttpServletResponse http = (HttpServletResponse) response;
        http.addCookie(new Cookie("XSRF-TOKEN", "secret"));
        http.addHeader("Set-Cookie", "other=secret");
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Cache-Control", "no-store");
        http.setHeader("Pragma", "no-cache");
        http.setContentType("text/html;charset=UTF-8");
        http.getOutputStream().write((LONG + renderings.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
    };

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    @Test
    void everybodyGetsTheFirstRenderingWithoutItsCookies() throws Exception {
        for (int i = 0; i < 3; i++) {
            MockHttpServletResponse response = answer(get("/events/1"));
            assertThat(response.getContentAsString()).isEqualTo(LONG + 1);
            assertThat(response.getHeaders("Set-Cookie")).isEmpty();
            assertThat(response.getHeader("Cache-Control")).isEqualTo("public, max-age=1");
            assertThat(response.getHeader("Pragma")).isNull();
            assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding, Authorization");
        }
        assertThat(answer(get("/events/2")).getContentAsString()).isEqualTo(LONG + 2);
    }

    @Test
    void whoeverHasItAlreadyGetsNoBody() throws Exception {
        String etag = answer(get("/events/1")).getHeader("ETag");
        MockHttpServletRequest again = get("/events/1");
        again.addHeader("If-None-Match", "\"other\", " + etag);
        MockHttpServletResponse response = answer(again);
        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void theBodyIsCompressedOnceForThoseWhoAcceptIt() throws Exception {
        MockHttpServletRequest request = get("/");
        request.addHeader("Accept-Encoding", "br, gzip;q=0.8");
        MockHttpServletResponse response = answer(request);
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getContentLength()).isLessThan(LONG.length() / 10);
        var plain = new GZIPInputStream(new java.io.ByteArrayInputStream(response.getContentAsByteArray()));
        assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG + 1);
        MockHttpServletRequest refused = get("/");
        refused.addHeader("Accept-Encoding", "gzip;q=0");
        assertThat(answer(refused).getContentAsString()).isEqualTo(LONG + 1);
    }

    @Test
    void anAnswerOfOnesOwnIsNeitherKeptNorAnsweredFromWhatIsKept() throws Exception {
        answer(get("/"));
        MockHttpServletRequest own = get("/");
        own.addHeader("Authorization", "Bearer token");
        MockHttpServletResponse response = answer(own);
        assertThat(response.getContentAsString()).isEqualTo(LONG + 2);
        assertThat(response.getHeaders("Set-Cookie")).isNotEmpty();
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(answer(get("/")).getContentAsString()).isEqualTo(LONG + 1);
    }

    @Test
    void anErrorIsNotKept() throws Exception {
        MockHttpServletResponse failed = new MockHttpServletResponse();
        filter.doFilter(get("/"), failed, (request, response) -> ((HttpServletResponse) response).setStatus(503));
        assertThat(failed.getStatus()).isEqualTo(503);
        assertThat(answer(get("/")).getStatus()).isEqualTo(200);
    }

    @Test
    void concurrentCallersShareOneRendering() throws Exception {
        CountDownLatch allCame = new CountDownLatch(20);
        FilterChain slow = (request, response) -> {
            try {
                allCame.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            chain.doFilter(request, response);
        };
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(i -> () -> {
                        MockHttpServletResponse response = new MockHttpServletResponse();
                        allCame.countDown();
                        filter.doFilter(get("/"), response, slow);
                        return response.getContentAsString();
                    })
                    .toList();
            for (var answered : callers.invokeAll(calls)) {
                assertThat(answered.get()).isEqualTo(LONG + 1);
            }
        }
    }

    @Test
    void aRenderingThatBeganBeforeAChangeIsNotKept() throws Exception {
        FilterChain changedMeanwhile = (request, response) -> {
            responses.clear();
            chain.doFilter(request, response);
        };
        filter.doFilter(get("/"), new MockHttpServletResponse(), changedMeanwhile);
        assertThat(answer(get("/")).getContentAsString()).isEqualTo(LONG + 2);
    }

    @Test
    void aLookForTheHeadersAloneIsAnsweredWithoutABodyOfItsOwn() throws Exception {
        String etag = answer(get("/")).getHeader("ETag");
        MockHttpServletResponse head = answer(new MockHttpServletRequest("HEAD", "/"));
        assertThat(head.getHeader("ETag")).isEqualTo(etag);
        assertThat(renderings).hasValue(1);
    }
}
