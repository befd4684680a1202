package podo.e2e.odd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests in bytes by name, made from an address that is read, one that takes JSON and one that takes a form. */
final class OddRequests {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String MULTIPART = "Content-Type: multipart/form-data";

    private final Map<String, String> requests = new LinkedHashMap<>();

    static Map<String, String> to(String read, String json, String form) {
        var odd = new OddRequests();
        odd.queries(read);
        odd.paths(read);
        odd.headers(read);
        odd.lines(read, json);
        OddBodies.json().forEach((name, body) -> odd.body("json " + name, json, JSON, body));
        OddBodies.forms().forEach((name, body) -> odd.body("form " + name, form, FORM, body));
        odd.types(json, form);
        return odd.requests;
    }

    private void queries(String read) {
        for (String query : List.of(
                "%ff",
                "%zz",
                "%",
                "%c3%28",
                "%00",
                "%01=1",
                "%ed%a0%80",
                "\u00ff",
                "a=%zz",
                "lang=%ff",
                "lang=%zz",
                "page=%00",
                "size=-1",
                "page=99999999999",
                "sort=;",
                "mine=%ff",
                "query=%00",
                "first&to=%0d%0aX: y",
                "to=//evil.example",
                "a[99999999]=1",
                "=",
                "&&&",
                "lang=ko&lang=en",
                "a=" + "b".repeat(6000))) {
            put("query " + query, "GET", read + "?" + query, "", "");
        }
        put("many parameters", "GET", read + "?" + "a=1&".repeat(1200), "", "");
    }

    private void paths(String read) {
        for (String part : List.of(
                "%ff",
                "%zz",
                "%00",
                "%",
                "..",
                "a;b",
                "%2f",
                "%5c",
                "\\",
                "\u00ff",
                "%c0%af",
                "%ed%a0%80",
                "|",
                "{",
                "%0d%0a",
                "99999999999999999999",
                "-1",
                "0x1",
                "+1",
                "01",
                "x".repeat(9000))) {
            put("path " + part, "GET", read.replaceFirst("/$", "") + "/" + part, "", "");
        }
    }

    private void headers(String read) {
        for (String header : List.of(
                "Cookie: lang=%ff",
                "Cookie: lang=\u00ff",
                "Cookie: lang=\u0085",
                "Cookie: SESSION=%%%",
                "Cookie: ===;;;a",
                "Cookie: XSRF-TOKEN=\"a",
                "Cookie: $Version=9; lang=\"x",
                "Range: bytes=abc",
                "Range: bytes=9-1",
                "Range: bytes=0-0,1-1,2-2",
                "Range: lines=1",
                "Range: bytes=99999999999999999999-",
                "If-Modified-Since: not a date",
                "If-Modified-Since: 99999999999999999999",
                "If-None-Match: \"unclosed",
                "If-None-Match: ",
                "If-Match: \"x\"",
                "If-Unmodified-Since: junk",
                "If-Range: junk",
                "Accept: junk",
                "Accept: */*;q=9",
                "Accept: a/b/c",
                "Accept: \u0085",
                "Accept: text/html;q=abc",
                "Accept: application/xml",
                "Accept: ;",
                "Accept: image/png",
                "Accept-Language: \u0085\u00ff",
                "Accept-Language: x;q=z",
                "Accept-Language: i-am-_bad, *;q=1",
                "Accept-Encoding: junk;q=z",
                "Accept-Charset: nope",
                "Authorization: Bearer",
                "Authorization: Bearer \u0085",
                "Authorization: Basic !!!",
                "Authorization: Bearer a.b.c",
                "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
                "Authorization: Bearer " + "a".repeat(7000),
                "X-Entry-Pass: \u0085",
                "Idempotency-Key: \u0085",
                "Origin: junk",
                "Origin: http://evil.example\r\nAccess-Control-Request-Method: PUT",
                "Referer: ::::",
                "Forwarded: for=junk;host=",
                "X-Forwarded-For: junk, \u00ff",
                "X-Forwarded-Proto: gopher\r\nX-Forwarded-Port: abc\r\nX-Forwarded-Host: a b",
                "Expect: junk",
                "Upgrade: h2c\r\nHTTP2-Settings: x",
                "TE: junk",
                "Bad Header",
                "Bad Header: x",
                ": x",
                "X-Y: a\u0000b",
                " folded: x",
                "Content-Length: -1",
                "Content-Length: abc",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: junk",
                "traceparent: junk",
                "b3: junk",
                "X-B3-TraceId: zz",
                "baggage: %%%",
                "HX-Request: junk\r\nHX-Current-URL: ::",
                "Last-Event-ID: \u0085",
                "User-Agent: \u0085",
                "Content-Type: junk",
                "Content-Type: \u0085",
                "Content-Encoding: gzip")) {
            put("header " + header, "GET", read, header + "\r\n", "");
        }
        put("many languages", "GET", read, "Accept-Language: " + "ko,".repeat(2000) + "en\r\n", "");
        put("many types", "GET", read, "Accept: " + "text/html,".repeat(900) + "x/y\r\n", "");
        put("many ranges", "GET", read, "Range: bytes=" + "0-0,".repeat(200) + "1-1\r\n", "");
        put("many cookies", "GET", read, "Cookie: " + "c=1;".repeat(400) + "\r\n", "");
        put("a large header", "GET", read, "X-A: " + "a".repeat(70_000) + "\r\n", "");
        String many =
                IntStream.range(0, 150).mapToObj(i -> "X-" + i + ": 1\r\n").collect(Collectors.joining());
        put("many headers", "GET", read, many, "");
        for (String host : List.of("a b", "[::1", "a:99999999", "\u00ff", "a/b", "user@host", "..", "a".repeat(5000))) {
            line("host " + host, "GET " + read + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        }
    }

    private void lines(String read, String json) {
        for (String method : List.of(
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PATCH",
                "PUT",
                "DELETE",
                "PROPFIND",
                "get",
                "BREW",
                "G\u00ffT",
                "PRI")) {
            put("method " + method, method, read, "", "");
            put("method " + method + " where JSON is taken", method, json, "", "");
        }
        line("HTTP/1.0 without a host", "GET " + read + " HTTP/1.0\r\n\r\n");
        line("HTTP/1.1 without a host", "GET " + read + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        line("two hosts", "GET " + read + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        line("HTTP/2.0", "GET " + read + " HTTP/2.0\r\nHost: a\r\n\r\n");
        line("HTTP/9", "GET " + read + " HTTP/9\r\nHost: a\r\n\r\n");
        line("no version", "GET " + read + " JUNK\r\nHost: a\r\n\r\n");
        line(
                "an absolute address",
                "GET http://evil.example" + read + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        line(
                "a broken absolute address",
                "GET http://[::1" + read + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        line("an authority", "CONNECT evil:80 HTTP/1.1\r\nHost: evil:80\r\n\r\n");
        put("an asterisk", "OPTIONS", "*", "", "");
        put("no slash", "GET", "abc", "", "");
        put("two slashes", "GET", "//evil.example/x", "", "");
        put("a fragment", "GET", read + "#x", "", "");
        put("a long line", "GET", "/" + "a".repeat(20_000), "", "");
    }

    private void types(String json, String form) {
        for (String type : List.of(
                "",
                "junk",
                "/",
                "a/b;;;=",
                "application/xml",
                "application/json;charset=nope",
                "application/json;charset=utf-16",
                "application/x-www-form-urlencoded;charset=nope",
                "multipart/mixed; boundary=x")) {
            body("of type " + type, json, type.isEmpty() ? "" : "Content-Type: " + type + "\r\n", "{}");
        }
        String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb";
        for (String path : List.of(json, form)) {
            body("multipart without a boundary " + path, path, MULTIPART + "\r\n", "x");
            body("multipart cut short " + path, path, MULTIPART + "; boundary=x\r\n", part);
            body(
                    "many parts " + path,
                    path,
                    MULTIPART + "; boundary=x\r\n",
                    (part + "\r\n").repeat(2000) + "--x--\r\n");
        }
        body("claims to be compressed", json, JSON + "Content-Encoding: gzip\r\n", "{}");
        put("shorter than said", "POST", json, JSON + "Content-Length: 100\r\n", "{\"a\"");
        put("no chunk", "POST", json, JSON + "Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n");
        put("half a chunk", "POST", json, JSON + "Transfer-Encoding: chunked\r\n", "5\r\n{\"a");
        put(
                "a long extension of a chunk",
                "POST",
                json,
                JSON + "Transfer-Encoding: chunked\r\n",
                "2;" + "a".repeat(9000) + "\r\n{}\r\n0\r\n\r\n");
        put("two lengths", "POST", json, JSON + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n");
    }

    private void body(String name, String path, String headers, String body) {
        put(name, "POST", path, headers + "Content-Length: " + body.length() + "\r\n", body);
    }

    private void put(String name, String method, String path, String headers, String body) {
        line(
                name,
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n"
                        + body);
    }

    private void line(String name, String request) {
        requests.put(name.length() > 60 ? name.substring(0, 60) : name, request);
    }
}
