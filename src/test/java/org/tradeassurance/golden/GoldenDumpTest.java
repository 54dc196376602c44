package org.tradeassurance.golden;

import org.springframework.test.context.TestPropertySource;

/** Orders that waited in every place when steps were still classes of their own. */
@TestPropertySource(properties = "golden.dump=before-steps")
class GoldenDumpTest extends DumpedOrders {}
