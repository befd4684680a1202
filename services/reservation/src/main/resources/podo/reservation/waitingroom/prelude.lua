-- Every step of the line begins with this: the room's keys, one clock (Redis's own), and the fan's standing.
local meta, fans, line, seen, offers, inside, alive, passes, missed, parked, late, since =
  KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11], KEYS[12]
local lobby = KEYS[13] -- fans as they stood when the list was closed, until the draw is over
local restored = KEYS[14] -- numbers that a receipt has brought back; each does so once
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function get(field)
  return redis.call('HGET', meta, field)
end
local function num(field)
  return tonumber(get(field) or '0')
end

-- Which Redis this is. A number must not be given twice, and a killed Redis may have forgotten the last ones that it gave.
local function process()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
end

-- Asking for the name is slow. While the moment of the last save or, before one, of the start is the known one, so is the process.
local function sameProcess(known)
  local saved = redis.call('LASTSAVE')
  if tonumber(known or '0') ~= saved then
    if process() ~= get('process') then
      return false
    end
    redis.call('HSET', meta, 'saved', saved)
  end
  return true
end

-- Nil while so many numbers may be given; else {NO_NUMBERS, this process, how many}: the database has to set some apart first.
local function numbersLack(count)
  local f = redis.call('HMGET', meta, 'saved', 'next', 'ceiling')
  if not sameProcess(f[1]) or tonumber(f[2] or '0') + count > tonumber(f[3] or '0') then
    return {'NO_NUMBERS', process(), count}
  end
end

-- Numbers above the first up to the last were given and forgotten, or never given: only a receipt can tell.
local function lose(first, last)
  if last > first then
    redis.call('HSET', meta, 'lost', (get('lost') or '') .. string.format('%d-%d ', first, last))
  end
end

local function wasLost(number)
  for first, last in string.gmatch(get('lost') or '', '(%d+)-(%d+)') do
    if number > tonumber(first) and number <= tonumber(last) then
      return true
    end
  end
  return false
end

-- The lobby is open until the sale, and after a loss until those who stood in it have had the time to come back.
local function lobbyEnds()
  return math.max(num('onSaleAt'), num('restUntil'))
end

-- Nothing of a room outlives its sale for long.
local function keep()
  if num('keepUntil') == 0 then
    return
  end
  for _, key in ipairs(KEYS) do
    redis.call('PEXPIREAT', key, string.format('%d', num('keepUntil')))
  end
end

-- A place is "ticketId" in the lobby, "ticketId|number" afterwards, "ticketId|L" for who came while the draw was made.
local function place(fan)
  local text = redis.call('HGET', fans, fan)
  if not text then
    return nil
  end
  local bar = string.find(text, '|', 1, true)
  if not bar then
    return text, nil
  end
  return string.sub(text, 1, bar - 1), tonumber(string.sub(text, bar + 1))
end

-- How long (ms) a fan who was let in may be silent.
local function silenceInside()
  return tonumber(get('silenceInside') or '60000')
end

-- Slots are taken by those inside and by those who were offered to enter.
local function taken()
  return redis.call('ZCARD', inside) + redis.call('ZCARD', offers)
end

-- The life table of slots has 49 ages; the last has no end. How long one is (ms):
local function ageWidth()
  return tonumber(get('ageWidth') or '18750')
end

-- A slot comes free. At which age others did tells those who wait how long it will take.
local function freeSlot(fan)
  local from = redis.call('ZSCORE', since, fan)
  if from then
    redis.call('ZREM', since, fan)
    redis.call('HINCRBY', meta, 'gone:' .. math.min(48, math.floor((now - tonumber(from)) / ageWidth())), 1)
  end
end

local function offer(fan, number)
  redis.call('ZADD', offers, now + num('offerMillis'), fan)
  redis.call('ZADD', since, now, fan)
  if number > num('serving') then
    redis.call('HSET', meta, 'serving', number)
  end
end

-- Somebody comes to a room in which nobody stood: all instances hear of it and tick it each second again.
local function stir()
  local life = get('life')
  if not life or life == 'quiet' then
    redis.call('HSET', meta, 'life', 'stirred')
    redis.call('PUBLISH', 'podo:rooms:stirred', string.match(meta, '%d+'))
  end
end

-- An offer nobody took: the number is kept for the first time, the second time the fan joins anew.
local function miss(fan)
  redis.call('ZREM', offers, fan)
  freeSlot(fan)
  if redis.call('HINCRBY', missed, fan, 1) >= 2 then
    redis.call('HDEL', fans, fan)
    redis.call('HDEL', missed, fan)
    redis.call('ZREM', seen, fan)
  else
    local _, number = place(fan)
    redis.call('ZADD', parked, number or 0, fan)
  end
end

local function expel(fan)
  freeSlot(fan)
  redis.call('ZREM', inside, fan)
  redis.call('ZREM', alive, fan)
  redis.call('HDEL', passes, fan)
  redis.call('HDEL', fans, fan)
  redis.call('HDEL', missed, fan)
  redis.call('ZREM', seen, fan)
end

local function mayOfferAtOnce()
  return get('open') == '1' and redis.call('ZCARD', line) == 0 and num('budget') > 0 and taken() < num('room')
end

-- The fan's standing: {state, ticketId, number, ahead, behind, serving, offerUntil, passId, passUntil}
local function standing(fan)
  local ticket, number = place(fan)
  local serving = num('serving')
  local waiting = redis.call('ZCARD', line)
  local function answer(state, ahead, behind, offerUntil, passId, passUntil)
    return {state, ticket or '', number or 0, ahead or 0, behind or 0, serving, offerUntil or 0, passId or '', passUntil or 0}
  end
  local passUntil = tonumber(redis.call('ZSCORE', inside, fan) or '0')
  if passUntil > now then
    return answer('ENTERED', 0, waiting, 0, redis.call('HGET', passes, fan), passUntil)
  end
  if not ticket then
    return {'NONE', '', 0, 0, 0, serving, 0, '', 0}
  end
  local offerUntil = tonumber(redis.call('ZSCORE', offers, fan) or '0')
  if offerUntil > now then
    return answer('OFFERED', 0, waiting, offerUntil)
  end
  if get('closed') == '1' then
    return answer('CLOSED', 0, 0)
  end
  if not number then
    return answer('LOBBY', 0, 0)
  end
  local rank = redis.call('ZRANK', line, fan)
  return answer('WAITING', rank or 0, waiting - (rank or 0) - 1)
end

-- A sign of life: it keeps the slot of who was let in; who had been skipped stands where the number says again.
local function sign(fan)
  redis.call('ZADD', seen, now, fan)
  if redis.call('ZSCORE', inside, fan) then
    redis.call('ZADD', alive, 'GT', now + silenceInside(), fan)
  end
  local offerUntil = redis.call('ZSCORE', offers, fan)
  if offerUntil and tonumber(offerUntil) <= now then
    miss(fan)
  end
  local number = redis.call('ZSCORE', parked, fan)
  if number then
    stir()
    redis.call('ZREM', parked, fan)
    if mayOfferAtOnce() then
      redis.call('HINCRBY', meta, 'budget', -1)
      offer(fan, tonumber(number))
    else
      redis.call('ZADD', line, number, fan)
    end
  end
end
