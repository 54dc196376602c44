package org.tradeassurance.tasklist;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser at a desk; remembers what a good page never does. */
class DeskBrowser implements AutoCloseable {

    static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private static final double PATIENCE = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String base;
    final List<String> complaints = new ArrayList<>();

    DeskBrowser(String base) {
        this.base = base;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static boolean isThere() {
        return Files.isExecutable(CHROMIUM);
    }

    /** Logs in and waits for Tasklist, or for the page that was asked for. */
    Page open(String language, String user, String path) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(1440, 900));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                complaints.add("another host: " + request.url());
            }
        });
        page.navigate(base + path);
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", "sandbox");
        page.click("button");
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
