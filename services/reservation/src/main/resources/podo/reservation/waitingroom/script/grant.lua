-- Grants a block of numbers that the database reserved. ARGV: process that reported NO_NUMBERS, last number before the block, last number
-- of the block. Returns 1, or 0 when the room is missing or another process answers, which reports NO_NUMBERS by itself
if redis.call('EXISTS', meta) == 0 or process() ~= ARGV[1] then
  return 0
end
local before, last = tonumber(ARGV[2]), tonumber(ARGV[3])
if get('process') ~= ARGV[1] then
  -- Redis restarted and its file may lack the last second: only receipts show who had those numbers
  markLost(num('next'), before)
  redis.call('HSET', meta, 'process', ARGV[1], 'saved', redis.call('LASTSAVE'), 'checked', now, 'next', math.max(num('next'), before), 'ceiling', last)
elseif last > num('ceiling') then
  if num('ceiling') ~= before then
    redis.call('HSET', meta, 'next', math.max(num('next'), before)) -- the block of another instance lies between and arrives too late
  end
  redis.call('HSET', meta, 'ceiling', last)
end
return 1
