/** What the server has recorded, and signed: looked at by few, each time one part of it leads to the other. */
import './log/log-view.ts'
import './receipts/receipt-list.ts'
